using System.Globalization;
using Featuresmith.Smoke;
using Spectre.Console;

namespace Featuresmith.Reporting;

/// <summary>The results of a smoke run as a table, then what failed with the end of its log, then one closing line.</summary>
/// <param name="writer">Where the report goes.</param>
public sealed class SmokeTable(TextWriter writer)
{
    private const int LinesOfLog = 25;

    /// <summary>Where nobody says how wide the output is (a file, a pipe, CI), no name is broken.</summary>
    private const int WidthOfFiles = 200;

    /// <summary>Writes the table.</summary>
    public void Write(IReadOnlyList<SmokeResult> results)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("Feature", "Scenario", "Base image", "Result");
        table.AddColumn(new TableColumn("Checks").RightAligned());
        table.AddColumn(new TableColumn("Seconds").RightAligned());
        foreach (var result in results)
        {
            table.AddRow(
                new Text(result.Case.Feature),
                new Text(result.Case.Scenario),
                new Text(result.Case.BaseImage),
                new Text(result.Passed ? result.Verdict.ToString().ToLowerInvariant() : "FAILED"),
                new Text(Checks(result)),
                new Text(result.Duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture))
            );
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = console.Profile.Out.IsTerminal ? console.Profile.Width : WidthOfFiles;
        console.Write(table);
        foreach (var failure in results.Where(result => !result.Passed))
        {
            WriteFailure(failure);
        }

        var passed = results.Count(result => result.Passed);
        writer.WriteLine($"{passed} passed, {results.Count - passed} failed");
    }

    private void WriteFailure(SmokeResult failure)
    {
        writer.WriteLine($"{failure.Case.Name}: {failure.Reason}");
        foreach (var check in failure.Checks.Where(check => !check.Passed))
        {
            writer.WriteLine($"  failed check: {check.Label}");
        }

        if (failure.LogFile is { } log)
        {
            foreach (var line in File.ReadLines(log).TakeLast(LinesOfLog))
            {
                writer.WriteLine($"  | {line}");
            }

            writer.WriteLine($"  log: {log}");
        }

        var engine = failure.Case.IsSandbox ? " --engine sandbox" : "";
        writer.WriteLine($"  again: featuresmith test{engine} --filter '{failure.Case.Name}'");
        writer.WriteLine();
    }

    private static string Checks(SmokeResult result) =>
        result.Checks.Count > 0 ? $"{result.Checks.Count(check => check.Passed)}/{result.Checks.Count}" : "";
}
