using Featuresmith.Smoke;

namespace Featuresmith.Reporting;

/// <summary>The report formats of "test --report KIND=FILE", by name.</summary>
public static class SmokeReportKind
{
    /// <summary>What writes each kind.</summary>
    public static IReadOnlyDictionary<string, Action<TextWriter, IReadOnlyList<SmokeResult>>> All { get; } =
        new SortedDictionary<string, Action<TextWriter, IReadOnlyList<SmokeResult>>>(StringComparer.Ordinal)
        {
            ["html"] = HtmlSmokeReport.Write,
            ["json"] = JsonSmokeReport.Write,
            ["junit"] = JUnitSmokeReport.Write,
            ["markdown"] = MarkdownSmokeReport.Write,
        };
}
