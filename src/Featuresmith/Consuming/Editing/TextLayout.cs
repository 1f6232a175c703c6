using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Consuming.Editing;

/// <summary>How a JSONC text is laid out: what its author would have typed in a given place.</summary>
/// <param name="source">The text.</param>
/// <param name="root">Its outermost object.</param>
internal sealed class TextLayout(SourceText source, JsonObjectSyntax root)
{
    private const string UsualUnit = "  ";

    private readonly SortedList<int, SourceSpan> comments = new(
        JsonTrivia.Scan(source).Comments.ToDictionary(comment => comment.Start)
    );

    /// <summary>The text.</summary>
    public string Text { get; } = source.Text;

    /// <summary>The source of the text.</summary>
    public SourceText Source { get; } = source;

    /// <summary>One step of indentation: that of the first member which stands on a line of its own.</summary>
    public string Unit { get; } = FindUnit(source.Text, root);

    /// <summary>What stands between a key and its value: a colon, with blanks or without, as in front of the text's first value.</summary>
    public string Colon { get; } = FindColon(source.Text, root);

    /// <summary>Whether blanks stand inside braces and behind commas of one line.</summary>
    public bool IsSpaced => Colon.Length > 1;

    /// <summary>The line end that is usual around an offset; that of the line itself, else of the one before.</summary>
    public string LineEnd(int offset)
    {
        var end = Text.AsSpan(offset).IndexOfAny('\r', '\n') is var next and >= 0
            ? offset + next
            : Text.AsSpan(0, offset).LastIndexOfAny('\r', '\n');
        return end < 0 ? "\n"
            : Text[end] == '\n' ? (end > 0 && Text[end - 1] == '\r' ? "\r\n" : "\n")
            : end + 1 < Text.Length && Text[end + 1] == '\n' ? "\r\n"
            : "\r";
    }

    /// <summary>The blanks at the beginning of the line that an offset lies in.</summary>
    public string Indentation(int offset) => Indentation(Text, offset);

    /// <summary>Whether nothing but blanks stands between the beginning of the line and an offset.</summary>
    public bool IsFirstOnLine(int offset) => IsFirstOnLine(Text, offset);

    /// <summary>Whether nothing but blanks stands between an offset and the end of its line.</summary>
    public bool IsLastOnLine(int offset)
    {
        var rest = Text.AsSpan(offset).TrimStart(" \t");
        return rest.IsEmpty || rest[0] is '\r' or '\n';
    }

    /// <summary>The end of the line, where nothing but blanks stands between it and an offset; else the offset itself.</summary>
    public int EndOfLine(int offset)
    {
        var blanks = Text.AsSpan(offset).IndexOfAnyExcept(" \t");
        return !IsLastOnLine(offset) ? offset
            : blanks < 0 ? Text.Length
            : offset + blanks;
    }

    /// <summary>Whether a stretch has a line end in it.</summary>
    public bool HasLineEnd(int start, int end) => Text.AsSpan(start, end - start).IndexOfAny('\r', '\n') >= 0;

    /// <summary>The comments that begin in a stretch.</summary>
    public IEnumerable<SourceSpan> Comments(int start, int end) =>
        comments.Values.Where(comment => comment.Start >= start && comment.Start < end);

    /// <summary>The end of the last comment that begins on the line behind an offset; the offset itself where none does.</summary>
    public int EndOfLineComments(int offset)
    {
        var end = offset;
        while (true)
        {
            var next = end + Text.AsSpan(end).IndexOfAnyExcept(" \t");
            if (next < end || !comments.TryGetValue(next, out var comment))
            {
                return end;
            }

            end = comment.End;
        }
    }

    /// <summary>Whether the comment that ends at an offset goes on to the end of its line.</summary>
    public bool IsLineComment(int end) =>
        comments.Values.Any(comment => comment.End == end && Text.AsSpan(comment.Start).StartsWith("//"));

    /// <summary>The offset of the comma in a stretch between two values; -1 where there is none.</summary>
    public int Comma(int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (comments.TryGetValue(at, out var comment))
            {
                at = comment.End - 1;
            }
            else if (Text[at] == ',')
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Where the blanks and line ends begin that end at an offset.</summary>
    public int BlanksBefore(int offset) => Text.AsSpan(0, offset).TrimEnd(" \t\r\n").Length;

    private static string FindUnit(string text, JsonObjectSyntax root)
    {
        var outer = Indentation(text, root.Span.Start);
        var first = root.Members.FirstOrDefault(member => IsFirstOnLine(text, member.Key.Span.Start));
        var inner = first is null ? "" : Indentation(text, first.Key.Span.Start);
        return inner.Length > outer.Length && inner.StartsWith(outer, StringComparison.Ordinal)
            ? inner[outer.Length..]
            : UsualUnit;
    }

    private static string FindColon(string text, JsonObjectSyntax root)
    {
        var between = root.Members is [var first, ..] ? text[first.Key.Span.End..first.Value.Span.Start] : ": ";
        return between.Length == 0 || between.Trim(' ', '\t') != ":" ? ": " : between;
    }

    private static bool IsFirstOnLine(string text, int offset)
    {
        var before = text.AsSpan(0, offset).TrimEnd(" \t");
        return !before.IsEmpty && before[^1] is '\r' or '\n';
    }

    private static string Indentation(string text, int offset)
    {
        var start = text.AsSpan(0, offset).LastIndexOfAny('\r', '\n') + 1;
        var length = text.AsSpan(start).IndexOfAnyExcept(" \t");
        return text.Substring(start, length < 0 ? text.Length - start : length);
    }
}
