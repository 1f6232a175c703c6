using System.Globalization;
using Featuresmith.Smoke;

namespace Featuresmith.Reporting;

/// <summary>All Features of a collection in one Markdown table: a line a Feature and base image, with result and duration.</summary>
public static class FamilyTestTable
{
    /// <summary>The section of the collection's README.md that holds the table.</summary>
    public const string Section = "test-results";

    /// <summary>The table.</summary>
    /// <param name="results">The results of a run, all cases of the Features that it tested.</param>
    /// <param name="earlier">The table of earlier runs, whose lines of Features that this run did not test are kept.</param>
    /// <param name="tested">The Features that have tests; lines of others are dropped.</param>
    public static string Text(IReadOnlyList<SmokeResult> results, string earlier, IReadOnlyList<string> tested)
    {
        var fresh = results.Select(result => result.Case.Feature).ToHashSet();
        var kept =
            from line in earlier.Split('\n')
            let feature = line.Split('|') is [_, var first, ..] ? first.Trim() : ""
            where tested.Contains(feature) && !fresh.Contains(feature)
            select (feature, line);
        var written =
            from result in results
            group result by (result.Case.Feature, result.Case.BaseImage) into cases
            orderby cases.Key.BaseImage
            select (cases.Key.Feature, Line([.. cases]));
        var lines = kept.Concat(written).OrderBy(row => row.Item1, StringComparer.Ordinal).Select(row => row.Item2);
        return "| Feature | base image | containers | result | one after another |\n"
            + "| --- | --- | ---: | --- | ---: |\n"
            + string.Concat(lines.Select(line => $"{line}\n"));
    }

    private static string Line(IReadOnlyList<SmokeResult> results)
    {
        var failed = results.Count(result => !result.Passed);
        var minutes = TimeSpan.FromTicks(results.Sum(result => result.Duration.Ticks)).TotalMinutes;
        var image = ScenarioTable.Base(results[0].Case.BaseImage);
        var verdict = failed == 0 ? "passed" : $"**{failed} failed**";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {results[0].Case.Feature} | {image} | {results.Count} | {verdict} | {minutes:0.0} min |"
        );
    }
}
