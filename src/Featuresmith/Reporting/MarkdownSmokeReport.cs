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
            writer.Write(
                $"- **{ScenarioTable.Escape(failure.Case.Name)}**: {ScenarioTable.Escape(failure.Reason ?? "")}\n"
            );
        }

        var passed = results.Count(result => result.Passed);
        writer.Write($"\n{passed} passed, {results.Count - passed} failed\n");
    }

    private static void WriteFeature(TextWriter writer, string feature, IReadOnlyList<SmokeResult> results)
    {
        var kind = results.All(result => result.Case.IsSandbox) ? "sandbox, not smoke tests" : "smoke tests";
        writer.Write($"# {feature}: {kind}\n\n");
        ScenarioTable.Write(writer, results, Result);
        writer.Write("\n");
    }

    private static string Result(SmokeResult result) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(result.Passed ? "passed" : "**failed**")}, {result.Duration.TotalSeconds:0} s{Checks(result)}"
        );

    private static string Checks(SmokeResult result) =>
        result.Checks.Count > 0 ? $", {result.Checks.Count(check => check.Passed)}/{result.Checks.Count} checks" : "";
}
