using Featuresmith.Consuming.Locking;
using Featuresmith.Definitions;
using Featuresmith.Packaging;

namespace Featuresmith.Reporting;

/// <summary>Current and available versions, with the bytes of the devcontainers CLI's "outdated".</summary>
/// <param name="writer">Where the report goes.</param>
public sealed class OutdatedReport(TextWriter writer)
{
    private const string Absent = "-";
    private static readonly string[] Header = ["Feature", "Current", "Wanted", "Latest"];

    /// <summary>A table.</summary>
    public void Write(IReadOnlyList<VersionStatus> statuses)
    {
        string[][] rows = [Header, .. statuses.Select(Row)];
        var widths = Header.Select((_, column) => rows.Max(row => row[column].Length)).ToList();
        foreach (var row in rows)
        {
            writer.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }

    /// <summary>The same for programs: <c>--output-format json</c> of the CLI.</summary>
    public void WriteJson(IReadOnlyList<VersionStatus> statuses) =>
        writer.WriteLine($"{{\"features\":{{{string.Join(',', statuses.Select(Json))}}}}}");

    private static string[] Row(VersionStatus status) =>
        [
            FeatureReference.Parse(status.Id).Unversioned,
            status.Current ?? Absent,
            status.Wanted ?? Absent,
            status.Latest ?? Absent,
        ];

    // What is undefined is left out.
    private static string Json(VersionStatus status)
    {
        (string Name, string? Value)[] members =
        [
            ("current", status.Current),
            ("wanted", status.Wanted),
            ("wantedMajor", Major(status.Wanted)),
            ("latest", status.Latest),
            ("latestMajor", Major(status.Latest)),
        ];
        var written = members.Where(member => member.Value is not null).Select(Member);
        return $"{EcmaJson.Quote(status.Id)}:{{{string.Join(',', written)}}}";
    }

    private static string Member((string Name, string? Value) member) =>
        $"\"{member.Name}\":{EcmaJson.Quote(member.Value!)}";

    private static string? Major(string? version) =>
        version is not null && SemanticVersion.TryParse(version) is { } parsed ? $"{parsed.Major}" : null;
}
