using System.Globalization;
using Featuresmith.Smoke;
using Spectre.Console;

namespace Featuresmith.Reporting;

/// <summary>The results of a smoke run as a table, then what failed with its log, then one closing line.</summary>
/// <param name="writer">Where the report goes.</param>
public sealed class SmokeTable(TextWriter writer)
{
    public void Write(IReadOnlyList<SmokeResult> results)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("Feature", "Scenario", "Base image", "Result");
        table.AddColumn(new TableColumn("Seconds").RightAligned());
        foreach (var result in results)
        {
            table.AddRow(
                new Text(result.Case.Feature),
                new Text(result.Case.Scenario),
                new Text(result.Case.BaseImage),
                new Text(result.Passed ? "passed" : "FAILED"),
                new Text(result.Duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture))
            );
        }

        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) }).Write(table);
        foreach (var failure in results.Where(result => !result.Passed))
        {
            writer.WriteLine($"{failure.Case.Name}: {failure.Reason}");
            writer.WriteLine($"  log: {failure.LogFile}");
            writer.WriteLine($"  again: featuresmith test --filter '{failure.Case.Name}'");
        }

        var passed = results.Count(result => result.Passed);
        writer.WriteLine($"{passed} passed, {results.Count - passed} failed");
    }
}
