using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;

namespace Featuresmith.Syntax;

/// <summary>Says a <see cref="JsonException"/> in an author's words, at its place.</summary>
internal static partial class JsonSyntaxFailure
{
    public static Diagnostic Describe(SourceText source, JsonException exception)
    {
        var span = Place(source, exception);
        var at = span.Start < source.Text.Length ? source.Text[span.Start] : '\0';
        var reason = PositionSuffix().Replace(exception.Message, "").TrimEnd('.', ' ');
        var (message, help) = reason switch
        {
            _ when reason.Contains("maximum configured depth", StringComparison.Ordinal) => (
                $"the nesting is deeper than {JsonSyntaxTree.MaxDepth} levels",
                null
            ),
            _ when IsTruncated(source, span) => (
                "the file ends in the middle of a value",
                "close the open strings, arrays and objects"
            ),
            _ when reason.Contains("after a value", StringComparison.Ordinal) => (
                $"{Show(at)} cannot stand behind a value",
                "is a comma missing in front of it?"
            ),
            _ when at == '\'' => ("JSON strings stand in double quotation marks", "write \" instead of '"),
            _ when reason.Contains("start of a property name", StringComparison.Ordinal) => (
                $"{Show(at)} stands where a key in double quotation marks is expected",
                null
            ),
            _ when reason.Contains("within a JSON string", StringComparison.Ordinal) => (
                $"{Show(at)} cannot stand in a string as it is",
                "escape it, for example \\n for a line end"
            ),
            _ => (Uncapitalised(reason), (string?)null),
        };
        return new Diagnostic(JsonSyntaxRules.InvalidJson, span, message) { Help = help };
    }

    private static SourceSpan Place(SourceText source, JsonException exception)
    {
        var line = (int)Math.Min((exception.LineNumber ?? 0) + 1, source.LineCount);
        var utf8 = Encoding.UTF8.GetBytes(source.Line(line));
        var column = (int)Math.Min(exception.BytePositionInLine ?? 0, utf8.Length);
        var start = source.LineSpan(line).Start + Encoding.UTF8.GetCharCount(utf8.AsSpan(0, column));
        return source.Span(start, Math.Min(start + 1, source.Text.Length));
    }

    private static bool IsTruncated(SourceText source, SourceSpan span) =>
        source.Text.AsSpan(span.Start).IsWhiteSpace();

    private static string Show(char character) =>
        char.IsControl(character) ? $"U+{(int)character:X4}" : $"\"{character}\"";

    private static string Uncapitalised(string text) =>
        text.Length > 0 ? char.ToLowerInvariant(text[0]) + text[1..] : "this is not JSON";

    [GeneratedRegex(@"\s*(Path: .*\| )?LineNumber: \d+ \| BytePositionInLine: \d+\.?$")]
    private static partial Regex PositionSuffix();
}
