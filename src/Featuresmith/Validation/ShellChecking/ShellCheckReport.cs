using System.Globalization;
using System.Text;
using System.Text.Json;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax.Shell;

namespace Featuresmith.Validation.ShellChecking;

/// <summary>Reads what shellcheck --format=json1 prints (shellcheck(1), "FORMATS"): places count tabs as one column.</summary>
internal static class ShellCheckReport
{
    // Of these ours speak, and know more: the first line, carriage returns, variables of options, what is sourced.
    private static readonly int[] Ours = [1008, 1017, 1071, 1090, 1091, 2148, 2154];

    // A file without a first line is sourced by another, which may use what it assigns.
    private const int AssignedAndUnused = 2034;

    /// <summary>The findings of a report.</summary>
    /// <param name="report">What was printed.</param>
    /// <param name="scripts">The scripts, which the report names by their numbers.</param>
    /// <returns>The findings; none where the report is no such document.</returns>
    public static List<Diagnostic> Read(string report, IReadOnlyList<ShellScript> scripts)
    {
        try
        {
            using var document = JsonDocument.Parse(report);
            return
            [
                .. from comment in document.RootElement.GetProperty("comments").EnumerateArray()
                let code = comment.GetProperty("code").GetInt32()
                // SC3xxx are forms that sh lacks: FS220 and FS221.
                let script = scripts[int.Parse(comment.GetProperty("file").GetString()!, CultureInfo.InvariantCulture)]
                where !IsSpokenOf(code) && !(code == AssignedAndUnused && script.Interpreter is null)
                select Describe(comment, code, script.Source),
            ];
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or FormatException)
        {
            return [];
        }
    }

    // SC3xxx are forms that sh lacks: FS220 and FS221.
    private static bool IsSpokenOf(int code) => Ours.Contains(code) || code is >= 3000 and < 4000;

    private static Diagnostic Describe(JsonElement comment, int code, SourceText source)
    {
        // It judges by form: what it calls an error may well work. An error of ours is what cannot.
        var severity = comment.GetProperty("level").GetString() is "error" or "warning"
            ? Severity.Warning
            : Severity.Info;
        var start = Offset(source, comment.GetProperty("line").GetInt32(), comment.GetProperty("column").GetInt32());
        var end = Offset(
            source,
            comment.GetProperty("endLine").GetInt32(),
            comment.GetProperty("endColumn").GetInt32()
        );
        return new Diagnostic(
            new RuleInfo($"FS2-SC{code}", "shellcheck", severity),
            source.Span(start, end),
            Sentence(comment.GetProperty("message").GetString()!)
        )
        {
            Help = $"see shellcheck's page SC{code}, or say why not: # shellcheck disable=SC{code} # reason",
        };
    }

    // Columns count characters; ours are UTF-16 code units.
    private static int Offset(SourceText source, int line, int column)
    {
        line = Math.Clamp(line, 1, source.LineCount);
        var units = source.Line(line).EnumerateRunes().Take(column - 1).Sum(rune => rune.Utf16SequenceLength);
        return source.OffsetAt(new SourcePosition(line, units + 1));
    }

    // Ours begin in lower case and end without a full stop.
    private static string Sentence(string message)
    {
        var text = message.TrimEnd('.');
        var isWord = text.Length > 1 && char.IsUpper(text[0]) && char.IsLower(text[1]);
        return isWord ? char.ToLowerInvariant(text[0]) + text[1..] : text;
    }
}
