using System.Globalization;
using Featuresmith.Smoke;
using Spectre.Console;

namespace Featuresmith.Reporting;

/// <summary>The results of a smoke run as a table, then what failed with the end of its log, then one closing line.</summary>
/// <param name="writer">Where the report goes.</param>
/// <param name="width">Its width in characters; null for that of the terminal, and no limit where there is none.</param>
public sealed class SmokeTable(TextWriter writer, int? width = null)
{
    private const int LinesOfLog = 25;

    /// <summary>Where nobody says how wide the output is (a file, a pipe, CI), no name is broken.</summary>
    private const int WidthOfFiles = 200;

    /// <summary>Below this the columns would break names in the middle; a line a case breaks none.</summary>
    private const int NarrowestTable = 90;

    /// <summary>Writes the table.</summary>
    public void Write(IReadOnlyList<SmokeResult> results)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = width ?? (console.Profile.Out.IsTerminal ? console.Profile.Width : WidthOfFiles);
        if (console.Profile.Width < NarrowestTable)
        {
            WriteLines(results);
        }
        else
        {
            console.Write(Table(results));
        }

        foreach (var failure in results.Where(result => !result.Passed))
        {
            WriteFailure(failure);
        }

        var passed = results.Count(result => result.Passed);
        writer.WriteLine($"{passed} passed, {results.Count - passed} failed");
    }

    private void WriteLines(IReadOnlyList<SmokeResult> results)
    {
        foreach (var result in results)
        {
            writer.WriteLine($"{Word(result), -6} {result.Case.Name} {Seconds(result)} s");
        }

        writer.WriteLine();
    }

    private static Table Table(IReadOnlyList<SmokeResult> results)
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
                new Text(Word(result)),
                new Text(Checks(result)),
                new Text(Seconds(result))
            );
        }

        return table;
    }

    private static string Word(SmokeResult result) =>
        result.Passed ? result.Verdict.ToString().ToLowerInvariant() : "FAILED";

    private static string Seconds(SmokeResult result) =>
        result.Duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);

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
