using Featuresmith.Sources;

namespace Featuresmith.Syntax.Shell;

/// <summary>
/// Reads a script by recursive descent. It never goes back further than one word, and it recurses no deeper than
/// <see cref="DeepestNesting"/>: what is nested deeper is taken as it stands.
/// </summary>
/// <param name="source">The text.</param>
/// <param name="start">The offset to begin at.</param>
/// <param name="end">The offset to end before.</param>
internal sealed partial class ShellReader(SourceText source, int start, int end)
{
    private const int DeepestNesting = 100;

    private readonly string text = source.Text;
    private readonly List<SourceSpan> comments = [];
    private int at = start;
    private int limit = end;
    private int nesting;

    private bool AtEnd => at >= limit;

    private char Current => Peek(0);

    public ShellScript Read() => new(source, ReadList(), comments);

    private char Peek(int ahead) => at + ahead < limit ? text[at + ahead] : '\0';

    private bool LooksAt(string expected) => text.AsSpan(at, limit - at).StartsWith(expected, StringComparison.Ordinal);

    private bool Take(string expected)
    {
        if (!LooksAt(expected))
        {
            return false;
        }

        at += expected.Length;
        return true;
    }

    private SourceSpan From(int begin) => source.Span(begin, at);

    private bool LooksAtWord(string word) => LooksAt(word) && EndsWord(at + word.Length);

    private bool TakeWord(string word) => LooksAtWord(word) && Take(word);

    private bool EndsWord(int offset) =>
        offset >= limit || IsBlank(text[offset]) || text[offset] is '\n' || IsOperator(text[offset]);

    // A carriage return counts as a blank: FS202 speaks of it, and no other rule should because of it.
    private static bool IsBlank(char c) => c is ' ' or '\t' or '\r';

    private static bool IsOperator(char c) => c is ';' or '&' or '|' or '<' or '>' or '(' or ')';

    private static bool StartsName(char c) => char.IsAsciiLetter(c) || c == '_';

    private static bool ContinuesName(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private string TakeName()
    {
        var begin = at;
        while (!AtEnd && ContinuesName(text[at]))
        {
            at++;
        }

        return text[begin..at];
    }

    private void SkipBlanks()
    {
        while (!AtEnd)
        {
            if (IsBlank(Current))
            {
                at++;
            }
            else if (!Take("\\\n") && !Take("\\\r\n"))
            {
                return;
            }
        }
    }

    /// <summary>Goes on to the next word, over line ends (with the here-documents that begin there) and comments.</summary>
    private void SkipLines()
    {
        while (true)
        {
            SkipBlanks();
            if (Current == '#' && !AtEnd)
            {
                SkipComment();
            }
            else if (!TakeLineEnd())
            {
                return;
            }
        }
    }

    private void SkipComment()
    {
        var begin = at;
        var lineEnd = text.IndexOf('\n', at, limit - at);
        at = lineEnd < 0 ? limit : lineEnd;
        comments.Add(From(begin));
    }

    /// <summary>Reads with an own end, an own set of closing words and own here-documents, and goes back to the outer ones.</summary>
    private T Within<T>(int innerLimit, Func<T> read)
    {
        var outer = (limit, open, pending);
        (limit, open, pending) = (innerLimit, new OpenConstructs(), []);
        nesting++;
        try
        {
            return read();
        }
        finally
        {
            nesting--;
            (limit, open, pending) = outer;
        }
    }
}
