using Featuresmith.Diagnostics;
using Featuresmith.Validation;

namespace Featuresmith.Tests.Validation;

/// <summary>A collection in the standard layout, written down a file at a time.</summary>
internal sealed class SmallCollection : IDisposable
{
    public TemporaryFolder Folder { get; } = new();

    /// <summary>Adds a Feature with a script and a test.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="more">Further lines of its metadata, without the comma in front.</param>
    /// <param name="script">What install.sh does.</param>
    public SmallCollection Feature(string id, string more = "", string script = "true")
    {
        var comma = more.Length > 0 ? "," : "";
        Folder.Write(
            $"src/{id}/devcontainer-feature.json",
            $$"""
            {
              "id": "{{id}}",
              "version": "1.0.0",
              "name": "{{id}}",
              "documentationURL": "https://git.example.test/owner/features"{{comma}}
              {{more}}
            }
            """
        );
        Folder.Write($"src/{id}/install.sh", $"#!/bin/sh\nset -e\n{script}\n");
        Folder.Write($"test/{id}/test.sh", "#!/bin/sh\ntrue\n");
        return this;
    }

    /// <summary>Adds scenarios to a Feature's tests, with a script for each.</summary>
    public SmallCollection Scenarios(string id, string json, params string[] scripts)
    {
        Folder.Write($"test/{id}/scenarios.json", json);
        foreach (var script in scripts)
        {
            Folder.Write($"test/{id}/{script}.sh", "#!/bin/sh\ntrue\n");
        }

        return this;
    }

    /// <summary>The findings as "path:line:column: message", by path and position.</summary>
    public IReadOnlyList<string> Found(params string[] rules) =>
        [.. Diagnostics(rules).Select(finding => $"{finding.Span}: {finding.Rule.Id}: {finding.Message}")];

    /// <summary>The findings, by path and position.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics(params string[] rules)
    {
        var bag = new DiagnosticBag();
        bag.AddRange(Linter.Check(ValidationTarget.Read(Folder.Path, Reader, bag)!));
        return [.. bag.Sorted().Where(finding => rules.Length == 0 || rules.Contains(finding.Rule.Id.Value))];
    }

    public FeatureFolderReader Reader => new(path => Path.GetRelativePath(Folder.Path, path).Replace('\\', '/'));

    public void Dispose() => Folder.Dispose();
}
