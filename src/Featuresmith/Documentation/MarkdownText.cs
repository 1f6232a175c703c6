using System.Text;

namespace Featuresmith.Documentation;

/// <summary>
/// Puts people's texts into Markdown so that they stay what they are (GitHub Flavored Markdown, "Tables" and "Backslash escapes").
/// </summary>
public static class MarkdownText
{
    private const string Marks = "\\`*[]<~|&";

    /// <summary>A text that is Markdown itself, such as a description, in a table's cell: neither a pipe nor a line end of it ends the cell.</summary>
    public static string Cell(string markdown)
    {
        var cell = new StringBuilder(markdown.Length);
        var text = markdown.Trim().ReplaceLineEndings("\n");
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                // What its author has escaped already stays as it is.
                case '\\' when at + 1 < text.Length && text[at + 1] != '\n':
                    cell.Append('\\').Append(text[++at]);
                    break;
                // A last backslash would escape the pipe that ends the cell.
                case '\\':
                    cell.Append("\\\\");
                    break;
                case '|':
                    cell.Append("\\|");
                    break;
                case '\n':
                    cell.Append("<br>");
                    break;
                default:
                    cell.Append(text[at]);
                    break;
            }
        }

        return cell.Length > 0 ? cell.ToString() : "-";
    }

    /// <summary>A text that means itself, such as a default: what Markdown would read as its marks is escaped.</summary>
    public static string Literal(string text)
    {
        if (text.Length == 0)
        {
            return "-";
        }

        var line = text.ReplaceLineEndings("\n");
        var literal = new StringBuilder(line.Length);
        for (var at = 0; at < line.Length; at++)
        {
            literal.Append(
                line[at] switch
                {
                    '\n' => "<br>",
                    // Within a word an underscore is no mark, and paths and names are full of them.
                    '_' when !IsWithinWord(line, at) => "\\_",
                    var letter when Marks.Contains(letter, StringComparison.Ordinal) => $"\\{letter}",
                    var letter => $"{letter}",
                }
            );
        }

        return literal.ToString();
    }

    /// <summary>A text as a heading: one line.</summary>
    public static string Heading(string text) => text.ReplaceLineEndings(" ").Trim();

    /// <summary>A text that means itself as code, fit for a table's cell; an empty one is shown as two quotation marks.</summary>
    public static string Code(string text)
    {
        if (text.Length == 0)
        {
            return "`\"\"`";
        }

        var line = text.ReplaceLineEndings(" ");
        // A backslash in front of a pipe cannot be told from the one that escapes it.
        if (line.Contains("\\|", StringComparison.Ordinal))
        {
            return Literal(line);
        }

        // Within a cell even code needs its pipes escaped.
        line = line.Replace("|", "\\|", StringComparison.Ordinal);
        var fence = new string('`', LongestRun(line, '`') + 1);
        // A blank on both sides is taken away again, so that a backtick or a blank at an end is kept.
        var pad = line[0] is '`' or ' ' || line[^1] is '`' or ' ' ? " " : "";
        return $"{fence}{pad}{line}{pad}{fence}";
    }

    private static bool IsWithinWord(string text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]);

    private static int LongestRun(string text, char letter)
    {
        var (longest, run) = (0, 0);
        foreach (var other in text)
        {
            run = other == letter ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
