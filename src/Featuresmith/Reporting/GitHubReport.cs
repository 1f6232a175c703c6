using System.Text;
using Featuresmith.Diagnostics;
using Featuresmith.Validation;

namespace Featuresmith.Reporting;

/// <summary>
/// Findings as workflow commands, which GitHub shows beside the lines of a change (GitHub documentation, "Workflow commands for GitHub
/// Actions", "Setting an error message").
/// </summary>
/// <param name="writer">Where the report goes.</param>
public sealed class GitHubReport(TextWriter writer) : IValidationReport
{
    public void Write(ValidationOutcome outcome)
    {
        foreach (var diagnostic in outcome.Diagnostics)
        {
            writer.WriteLine($"::{Command(diagnostic.Severity)} {Properties(diagnostic)}::{Data(Text(diagnostic))}");
        }
    }

    private static string Command(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "notice",
        };

    private static string Properties(Diagnostic diagnostic)
    {
        var (start, end) = (diagnostic.Span.StartPosition, diagnostic.Span.EndPosition);
        var properties = $"file={Property(diagnostic.Span.Path)},line={start.Line},endLine={end.Line}";
        // GitHub refuses columns where an annotation has several lines, and its last column is inclusive.
        if (start.Line == end.Line)
        {
            properties += $",col={start.Column},endColumn={Math.Max(start.Column, end.Column - 1)}";
        }

        return $"{properties},title={Property($"{diagnostic.Rule.Id} {diagnostic.Rule.Name}")}";
    }

    private static string Text(Diagnostic diagnostic)
    {
        var text = new StringBuilder(diagnostic.Message);
        foreach (var related in diagnostic.Related)
        {
            text.Append('\n').Append(related.Span).Append(": ").Append(related.Message);
        }

        return diagnostic.Help is { } help ? text.Append("\nhelp: ").Append(help).ToString() : text.ToString();
    }

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
