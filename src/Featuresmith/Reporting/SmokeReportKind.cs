using Featuresmith.Smoke;

namespace Featuresmith.Reporting;

/// <summary>Writes a report.</summary>
/// <param name="writer">Where it goes.</param>
/// <param name="results">The run's results, in the order of the plan.</param>
/// <param name="before">What the file held before; null where there was none.</param>
public delegate void SmokeReportWriter(TextWriter writer, IReadOnlyList<SmokeResult> results, string? before);

/// <summary>The report formats of "test --report KIND=FILE", by name.</summary>
public static class SmokeReportKind
{
    /// <summary>What writes each kind.</summary>
    public static IReadOnlyDictionary<string, SmokeReportWriter> All { get; } =
        new SortedDictionary<string, SmokeReportWriter>(StringComparer.Ordinal)
        {
            ["html"] = (writer, results, _) => HtmlSmokeReport.Write(writer, results),
            ["json"] = (writer, results, _) => JsonSmokeReport.Write(writer, results),
            ["junit"] = (writer, results, _) => JUnitSmokeReport.Write(writer, results),
            ["markdown"] = (writer, results, _) => MarkdownSmokeReport.Write(writer, results),
            ["results"] = (writer, results, before) => writer.Write(SmokeResultsFile.Merge(before, results)),
        };
}
