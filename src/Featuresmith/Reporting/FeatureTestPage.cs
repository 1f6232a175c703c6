using Featuresmith.Smoke;

namespace Featuresmith.Reporting;

/// <summary>
/// test/&lt;id&gt;/README.md: a Feature's scenarios with their results on each base image, and what each of them checks. Says
/// nothing that two runs of the same files could say differently: no durations, no versions, no day.
/// </summary>
public static class FeatureTestPage
{
    /// <summary>The file's name in the Feature's test folder.</summary>
    public const string FileName = "README.md";

    /// <summary>The page.</summary>
    /// <param name="feature">The Feature's id.</param>
    /// <param name="results">The results of all of its cases, in the order of the plan.</param>
    public static string Text(string feature, IReadOnlyList<SmokeResult> results)
    {
        var writer = new StringWriter { NewLine = "\n" };
        var passed = results.Count(result => result.Passed);
        writer.WriteLine($"# {feature}: smoke tests\n");
        writer.WriteLine("<!-- Written by \"featuresmith test --report readme\" from the results of a run. -->\n");
        writer.WriteLine($"{results.Count} containers: {passed} passed, {results.Count - passed} failed.\n");
        ScenarioTable.Write(writer, results, Cell);
        writer.WriteLine("\n## What each scenario checks\n");
        foreach (var scenario in results.GroupBy(result => result.Case.Scenario))
        {
            writer.WriteLine($"- **{scenario.Key}**: {Content([.. scenario])}");
        }

        return writer.ToString();
    }

    private static string Cell(SmokeResult result) =>
        (result.Passed ? "passed" : "**failed**")
        + (
            result.Checks.Count > 0
                ? $", {result.Checks.Count(check => check.Passed)}/{result.Checks.Count} checks"
                : ""
        );

    private static string Content(IReadOnlyList<SmokeResult> scenario)
    {
        var checks = scenario.SelectMany(result => result.Checks).Select(check => check.Label).Distinct().ToList();
        return scenario[0].Case.FailsWith is { } text ? $"does not come up, and says \"{Line(text)}\""
            : checks.Count > 0 ? string.Join("; ", checks.Select(Line))
            : $"{scenario[0].Case.Script} ends with 0";
    }

    // Labels and messages are somebody's text: in a list item, Markdown must not read them as its own marks.
    private static string Line(string text) =>
        string.Concat(
            Printable
                .Of(text.ReplaceLineEndings(" "))
                .Select(letter => "\\`*_<>[]".Contains(letter) ? $"\\{letter}" : $"{letter}")
        );
}
