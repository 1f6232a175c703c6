using Featuresmith.Sources;

namespace Featuresmith.Syntax;

/// <summary>What JSONC allows and JSON does not, found in any text, JSON or not.</summary>
/// <param name="Comments">Every comment, from its first slash to its last character, the line end not included.</param>
/// <param name="TrailingCommas">Every comma with nothing but blanks and comments between it and a closing bracket.</param>
public sealed record JsonTrivia(IReadOnlyList<SourceSpan> Comments, IReadOnlyList<SourceSpan> TrailingCommas)
{
    /// <summary>Reads a text in one pass.</summary>
    public static JsonTrivia Scan(SourceText source)
    {
        var text = source.Text;
        var comments = new List<SourceSpan>();
        var commas = new List<SourceSpan>();
        var comma = -1;
        for (var at = 0; at < text.Length; at++)
        {
            var end = CommentEnd(text, at);
            if (end > at)
            {
                comments.Add(source.Span(at, end));
                at = end - 1;
                continue;
            }

            switch (text[at])
            {
                case ',':
                    comma = at;
                    break;
                case '}' or ']' when comma >= 0:
                    commas.Add(source.Span(comma, comma + 1));
                    comma = -1;
                    break;
                case '"':
                    at = StringEnd(text, at);
                    comma = -1;
                    break;
                case var other when !char.IsWhiteSpace(other):
                    comma = -1;
                    break;
            }
        }

        return new JsonTrivia(comments, commas);
    }

    /// <summary>The text with blanks in place of its comments, so that every offset stays.</summary>
    public static string WithoutComments(SourceText source) =>
        string.Create(
            source.Text.Length,
            source,
            static (text, source) =>
            {
                source.Text.CopyTo(text);
                foreach (var comment in Scan(source).Comments)
                {
                    text[comment.Start..comment.End].Fill(' ');
                }
            }
        );

    // Behind the comment that begins at an offset; the offset itself where none does.
    private static int CommentEnd(string text, int at)
    {
        if (text[at] != '/' || at + 1 == text.Length)
        {
            return at;
        }

        if (text[at + 1] == '/')
        {
            // A lone carriage return ends a comment too, as it does for Utf8JsonReader.
            var lineEnd = text.AsSpan(at).IndexOfAny('\r', '\n');
            return lineEnd < 0 ? text.Length : at + lineEnd;
        }

        if (text[at + 1] != '*')
        {
            return at;
        }

        var close = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
        return close < 0 ? text.Length : close + 2;
    }

    // The closing quotation mark; a string that is never closed ends with its line.
    private static int StringEnd(string text, int start)
    {
        var at = start + 1;
        while (at < text.Length && text[at] is not ('"' or '\n'))
        {
            at += text[at] == '\\' ? 2 : 1;
        }

        return Math.Min(at, text.Length - 1);
    }
}
