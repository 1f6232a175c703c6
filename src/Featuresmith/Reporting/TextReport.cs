using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Validation;

namespace Featuresmith.Reporting;

/// <summary>
/// Findings for people: one grep-able record each, then the line with a marker, related places and the way out.
/// </summary>
/// <param name="writer">Where the report goes.</param>
/// <param name="colour">Whether severities and markers are coloured.</param>
public sealed class TextReport(TextWriter writer, bool colour) : IValidationReport
{
    /// <summary>Writes the findings and what was checked.</summary>
    public void Write(ValidationOutcome outcome)
    {
        Write(outcome.Diagnostics);
        string[] counts =
        [
            .. outcome is { Features: > 0 } or { OtherFiles: 0 } ? [Count(outcome.Features, "Feature")] : (string[])[],
            .. outcome.OtherFiles > 0 ? [Count(outcome.OtherFiles, "other file")] : (string[])[],
        ];
        writer.WriteLine($"{string.Join(" and ", counts)} checked");
    }

    /// <summary>Writes the findings in their order, and a closing line that counts them.</summary>
    public void Write(IReadOnlyCollection<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Write(diagnostic);
        }

        if (diagnostics.Count > 0)
        {
            writer.WriteLine(Summary(diagnostics));
        }
    }

    private void Write(Diagnostic diagnostic)
    {
        var severity = Paint(SeverityName.Of(diagnostic.Severity), diagnostic.Severity);
        writer.WriteLine(
            $"{Place(diagnostic.Span)}: {severity} {diagnostic.Rule.Id}: {Printable.Of(diagnostic.Message)} [{diagnostic.Rule.Name}]"
        );
        SnippetWriter.Write(writer, diagnostic.Span, marker => Paint(marker, diagnostic.Severity));
        foreach (var related in diagnostic.Related)
        {
            writer.WriteLine($"  {Place(related.Span)}: {Printable.Of(related.Message)}");
            SnippetWriter.Write(writer, related.Span, marker => marker);
        }

        if (diagnostic.Help is { } help)
        {
            writer.WriteLine($"  help: {Printable.Of(help)}");
        }

        writer.WriteLine();
    }

    private static string Place(SourceSpan span) => $"{Printable.Of(span.Path)}:{span.StartPosition}";

    private static string Summary(IReadOnlyCollection<Diagnostic> diagnostics) =>
        string.Join(
            ", ",
            from severity in new[] { Severity.Error, Severity.Warning, Severity.Info }
            let count = diagnostics.Count(diagnostic => diagnostic.Severity == severity)
            where count > 0
            select $"{count} {SeverityName.Of(severity)}{(count > 1 && severity != Severity.Info ? "s" : "")}"
        );

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";

    private string Paint(string text, Severity severity)
    {
        var code = severity switch
        {
            Severity.Error => 31,
            Severity.Warning => 33,
            _ => 36,
        };
        return colour ? $"\u001b[{code}m{text}\u001b[0m" : text;
    }
}
