using System.Globalization;
using Featuresmith.Smoke;

namespace Featuresmith.Reporting;

/// <summary>
/// The results as a page: a table a Feature, scenarios down and base images across. Also what GitHub shows as step summary.
/// </summary>
public static class MarkdownSmokeReport
{
    /// <summary>Writes the results. No time of day and no host: the page can be committed.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<SmokeResult> results)
    {
        foreach (var feature in results.GroupBy(result => result.Case.Feature))
        {
            WriteFeature(writer, feature.Key, [.. feature]);
        }

        foreach (var failure in results.Where(result => !result.Passed))
        {
            writer.Write($"- **{Cell(failure.Case.Name)}**: {Cell(failure.Reason ?? "")}\n");
        }

        var passed = results.Count(result => result.Passed);
        writer.Write($"\n{passed} passed, {results.Count - passed} failed\n");
    }

    private static void WriteFeature(TextWriter writer, string feature, IReadOnlyList<SmokeResult> results)
    {
        var bases = results.Select(result => result.Case.BaseImage).Distinct().Order(StringComparer.Ordinal).ToList();
        writer.Write($"# {feature}: smoke tests\n\n| scenario |");
        bases.ForEach(image => writer.Write($" {(image.Length > 0 ? Cell(image) : "its own image")} |"));
        writer.Write($"\n| --- |{string.Concat(bases.Select(_ => " --- |"))}\n");
        foreach (var scenario in results.GroupBy(result => result.Case.Scenario))
        {
            writer.Write($"| {Cell(scenario.Key)}{(scenario.First().Case.FailsWith is null ? "" : " (must fail)")} |");
            foreach (var image in bases)
            {
                writer.Write($" {Result(scenario.FirstOrDefault(result => result.Case.BaseImage == image))} |");
            }

            writer.Write("\n");
        }

        writer.Write("\n");
    }

    private static string Result(SmokeResult? result) =>
        result is null
            ? "–"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{(result.Passed ? "passed" : "**failed**")}, {result.Duration.TotalSeconds:0} s{Checks(result)}"
            );

    private static string Checks(SmokeResult result) =>
        result.Checks.Count > 0 ? $", {result.Checks.Count(check => check.Passed)}/{result.Checks.Count} checks" : "";

    private static string Cell(string text) =>
        text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
