using System.Globalization;
using System.Text;
using Featuresmith.Sources;
using Spectre.Console.Rendering;

namespace Featuresmith.Reporting;

/// <summary>
/// Writes the line that a finding speaks of and marks the place under it.
/// <code>
///    |
/// 14 |     "default": "21"
///    |                ^~~~
/// </code>
/// </summary>
public static class SnippetWriter
{
    /// <summary>Lines wider than this are cut around the marked place.</summary>
    private const int MaxWidth = 110;

    private const string Cut = "…";

    /// <summary>Writes three lines; nothing for an empty text.</summary>
    /// <param name="writer">Where the lines go.</param>
    /// <param name="span">What to mark; of several lines the first is shown.</param>
    /// <param name="mark">Dresses the marker, for example in a colour.</param>
    public static void Write(TextWriter writer, SourceSpan span, Func<string, string> mark)
    {
        if (span.Source.Text.Length == 0)
        {
            return;
        }

        var position = span.StartPosition;
        var line = span.Source.Line(position.Line);
        var start = Math.Min(position.Column - 1, line.Length);
        var end =
            span.EndPosition.Line == position.Line ? Math.Min(span.EndPosition.Column - 1, line.Length) : line.Length;
        (line, start, end) = Window(line, start, end);

        var before = Printable.Of(line[..start]);
        var marked = Math.Max(1, Width(Printable.Of(line[start..end])));
        var number = position.Line.ToString(CultureInfo.InvariantCulture);
        var gutter = new string(' ', number.Length);
        var marker = mark("^" + new string('~', marked - 1));
        writer.WriteLine($"{gutter} |");
        writer.WriteLine($"{number} | {Printable.Of(line)}");
        writer.WriteLine($"{gutter} | {new string(' ', Width(before))}{marker}");
    }

    // Columns are counted on the screen: a tab is four, a wide character two.
    private static int Width(string shown) =>
        // The tables of wide characters are large, and most texts need none.
        Ascii.IsValid(shown)
            ? shown.Length
            : new Segment(shown).CellCount();

    private static (string Line, int Start, int End) Window(string line, int start, int end)
    {
        if (line.Length <= MaxWidth)
        {
            return (line, start, end);
        }

        end = Math.Min(end, start + MaxWidth / 2);
        var from = Math.Clamp(start - MaxWidth / 3, 0, line.Length - MaxWidth);
        var to = Math.Min(from + MaxWidth, line.Length);
        // Never between the halves of a surrogate pair.
        from -= from > 0 && char.IsLowSurrogate(line[from]) ? 1 : 0;
        to -= to < line.Length && char.IsLowSurrogate(line[to]) ? 1 : 0;
        var head = from > 0 ? Cut : "";
        var tail = to < line.Length ? Cut : "";
        var shift = head.Length - from;
        return (head + line[from..to] + tail, start + shift, Math.Min(end, to) + shift);
    }
}
