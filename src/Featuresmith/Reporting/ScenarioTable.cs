using Featuresmith.Smoke;

namespace Featuresmith.Reporting;

/// <summary>One Feature's results as a Markdown table: scenarios down, base images across.</summary>
internal static class ScenarioTable
{
    /// <summary>What a column is called whose scenarios build their own image.</summary>
    public const string OwnImage = "its own image";

    /// <summary>Writes the table.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="results">The results of one Feature.</param>
    /// <param name="cell">What stands in the cell of a result.</param>
    public static void Write(TextWriter writer, IReadOnlyList<SmokeResult> results, Func<SmokeResult, string> cell)
    {
        var bases = results.Select(result => result.Case.BaseImage).Distinct().Order(StringComparer.Ordinal).ToList();
        writer.Write($"| scenario |{string.Concat(bases.Select(image => $" {Base(image)} |"))}\n");
        writer.Write($"| --- |{string.Concat(bases.Select(_ => " --- |"))}\n");
        foreach (var scenario in results.GroupBy(result => result.Case.Scenario))
        {
            var note = scenario.First().Case.FailsWith is null ? "" : " (must fail)";
            var cells = bases.Select(image => scenario.FirstOrDefault(result => result.Case.BaseImage == image));
            writer.Write(
                $"| {Escape(scenario.Key)}{note} |{string.Concat(cells.Select(result => $" {Cell(result)} |"))}\n"
            );
        }

        string Cell(SmokeResult? result) => result is null ? "–" : cell(result);
    }

    /// <summary>A base image as a table names it.</summary>
    public static string Base(string image) => image.Length > 0 ? Escape(image) : OwnImage;

    /// <summary>A text that neither ends a cell nor its line.</summary>
    public static string Escape(string text) =>
        text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
