namespace Featuresmith.Cli.Manual;

/// <summary>Texts for man(7).</summary>
internal static class Roff
{
    // man(7) asks for short lines in the source; where they end makes no difference to the page.
    private const int LongestLine = 78;

    /// <summary>A text of one line in which nothing means anything to roff: backslashes, hyphens that must stay hyphens, quotation marks.</summary>
    public static string Text(string text)
    {
        var escaped = text.ReplaceLineEndings(" ")
            .Replace("\\", "\\e", StringComparison.Ordinal)
            .Replace("-", "\\-", StringComparison.Ordinal)
            .Replace("\"", "\\(dq", StringComparison.Ordinal);
        return Guarded(Ascii(escaped));
    }

    /// <summary>The same, broken into lines that a paragraph joins again.</summary>
    public static string Paragraph(string text)
    {
        var lines = new List<string> { "" };
        foreach (var word in Text(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + word.Length >= LongestLine)
            {
                lines.Add("");
            }

            lines[^1] += lines[^1].Length == 0 ? Guarded(word) : $" {word}";
        }

        return string.Join('\n', lines);
    }

    // groff reads bytes, not UTF-8, unless it is told otherwise (groff_char(7), "Unicode code points").
    private static string Ascii(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => rune.IsAscii ? $"{rune}" : $"\\[u{rune.Value:X4}]"));

    // A dot or an apostrophe at the beginning of a line makes it a request.
    private static string Guarded(string text) => text.StartsWith('.') || text.StartsWith('\'') ? $"\\&{text}" : text;
}
