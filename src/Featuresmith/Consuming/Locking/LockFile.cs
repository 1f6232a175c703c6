using System.Globalization;
using System.Text;
using Featuresmith.Diagnostics;
using Featuresmith.Packaging;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Consuming.Locking;

/// <summary>devcontainer-lock.json, with the bytes that the devcontainers CLI writes (lockfile.ts).</summary>
/// <param name="Features">The records in the order of the file.</param>
public sealed record LockFile(IReadOnlyList<LockedFeature> Features)
{
    /// <summary>A lock file that says nothing.</summary>
    public static LockFile Empty { get; } = new([]);

    /// <summary>Where the lock file of a devcontainer.json lies: beside it, hidden where that is hidden.</summary>
    public static string PathFor(string configuration) =>
        Path.Combine(
            Path.GetDirectoryName(configuration) ?? "",
            Path.GetFileName(configuration).StartsWith('.') ? ".devcontainer-lock.json" : "devcontainer-lock.json"
        );

    /// <summary>A lock file of these records, sorted; of several with one id the last counts.</summary>
    public static LockFile Of(IEnumerable<LockedFeature> features) =>
        new([
            .. features
                .OrderBy(feature => feature.Id, RootCollation.Instance)
                .GroupBy(feature => feature.Id, StringComparer.Ordinal)
                .Select(same => same.Last()),
        ]);

    /// <summary>Reads a lock file; one without any text is a mark to begin with, and says nothing.</summary>
    /// <param name="source">Its text.</param>
    /// <param name="bag">Receives the mistake in a text that is no JSON.</param>
    public static LockFile Read(SourceText source, DiagnosticBag bag)
    {
        if (string.IsNullOrWhiteSpace(source.Text))
        {
            return Empty;
        }

        var features = JsonSyntaxTree.Parse(source, bag).RootObject?.Object("features")?.Members ?? [];
        return new LockFile([
            .. from member in features
            let record = member.Value as JsonObjectSyntax
            where record is not null
            select new LockedFeature(
                member.Key.Value,
                record.String("version")?.Value,
                record.String("resolved")?.Value ?? "",
                record.String("integrity")?.Value ?? "",
                [.. (record.Strings("dependsOn") ?? []).Select(id => id.Value)]
            ),
        ]);
    }

    /// <summary>The record of a Feature, or null.</summary>
    public LockedFeature? Find(string id) => Features.LastOrDefault(feature => feature.Id == id);

    /// <summary>The text of the file: JSON.stringify with two blanks a level, and a line end.</summary>
    public string Text()
    {
        var records = Features.Select(feature => $"    {EcmaJson.Quote(feature.Id)}: {{\n{Members(feature)}\n    }}");
        return Features.Count == 0
            ? "{\n  \"features\": {}\n}\n"
            : $"{{\n  \"features\": {{\n{string.Join(",\n", records)}\n  }}\n}}\n";
    }

    /// <summary>Whether a file says the same, whatever its layout; the CLI then leaves it alone (lockfile.ts, writeLockfile).</summary>
    /// <param name="source">The file.</param>
    public bool IsSaidBy(SourceText source) =>
        IsPlainJson(source)
        && JsonSyntaxTree.Parse(source, []).Root is { } value
        && EcmaJson.Write(value, indent: 2) + "\n" == Text();

    // JSON.parse takes neither a byte order mark nor what JSONC adds.
    private static bool IsPlainJson(SourceText source) =>
        !source.HasByteOrderMark && JsonTrivia.Scan(source) is { Comments.Count: 0, TrailingCommas.Count: 0 };

    private static string Members(LockedFeature feature)
    {
        var members = new StringBuilder();
        // What is undefined, JSON.stringify leaves out.
        if (feature.Version is not null)
        {
            members.Append(CultureInfo.InvariantCulture, $"      \"version\": {EcmaJson.Quote(feature.Version)},\n");
        }

        members.Append(CultureInfo.InvariantCulture, $"      \"resolved\": {EcmaJson.Quote(feature.Resolved)},\n");
        members.Append(CultureInfo.InvariantCulture, $"      \"integrity\": {EcmaJson.Quote(feature.Integrity)}");
        if (feature.DependsOn.Count > 0)
        {
            var ids = feature.DependsOn.Select(id => $"        {EcmaJson.Quote(id)}");
            members.Append(
                CultureInfo.InvariantCulture,
                $",\n      \"dependsOn\": [\n{string.Join(",\n", ids)}\n      ]"
            );
        }

        return members.ToString();
    }
}
