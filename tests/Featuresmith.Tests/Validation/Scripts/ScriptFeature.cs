using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;
using Featuresmith.Validation;
using Shouldly;

namespace Featuresmith.Tests.Validation.Scripts;

/// <summary>A Feature in memory, made from a few options and scripts.</summary>
internal static class ScriptFeature
{
    /// <summary>What the rules FS2xx find, as "FS204 file:line".</summary>
    /// <param name="options">The members of "options".</param>
    /// <param name="install">install.sh behind "#!/bin/sh" and "set -e", so that its first line is 3.</param>
    /// <param name="files">Further files and their texts.</param>
    public static IReadOnlyList<string> Findings(
        string options,
        string install,
        params (string Path, string Text)[] files
    ) =>
        [
            .. DiagnosticsOf(Of(options, $"#!/bin/sh\nset -e\n{install}\n", files))
                .Select(finding => $"{finding.Rule.Id} {finding.Span.Path}:{finding.Span.StartPosition.Line}"),
        ];

    public static IEnumerable<Diagnostic> DiagnosticsOf(FeatureFolder feature) =>
        Linter
            .Check(feature)
            .Where(finding => finding.Rule.Id.Value.StartsWith("FS2", StringComparison.Ordinal))
            .OrderBy(finding => finding.Rule.Id.Value, StringComparer.Ordinal)
            .ThenBy(finding => finding.Span.Start);

    public static FeatureFolder Of(string options, string install, params (string Path, string Text)[] files)
    {
        var bag = new DiagnosticBag();
        var json = $$"""{ "id": "x", "version": "1.0.0", "name": "X", "options": { {{options}} } }""";
        var tree = JsonSyntaxTree.Parse(new SourceText(FeatureFolder.MetadataName, json), bag);
        bag.ShouldBeEmpty();
        return new FeatureFolder(
            "x",
            tree,
            FeatureMetadataReader.Read(tree.RootObject!),
            [
                .. files
                    .Append((Path: FeatureFolder.InstallName, Text: install))
                    .Select(file => new FeatureFile(file.Path, true, () => new SourceText(file.Path, file.Text))),
            ]
        );
    }
}
