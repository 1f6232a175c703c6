namespace Scriban.Parsing;

/// <summary>
/// Cuts a template into tokens in one pass over the text (language.md, section 1), a code block at a time, so that the
/// tokens of a large template need not all be held. Whitespace control is settled here: a text token is what will be
/// printed.
/// </summary>
internal sealed partial class Lexer
{
    private readonly SourceText source;
    private readonly string text;
    private readonly ScriptMode mode;
    private readonly LogMessageBag messages;
    private readonly List<Token> tokens;

    // What a '}' in code closes: '{' an object, a quote the hole of an interpolated string.
    private readonly Stack<char> braces = new();
    private int openHoles;
    private int at;
    private int textStart;
    private bool done;
    private char stripNext;

    /// <summary>A lexer that adds to a list of tokens; what it cannot read goes to the bag.</summary>
    public Lexer(SourceText source, ScriptMode mode, List<Token> tokens, LogMessageBag messages)
    {
        this.source = source;
        text = source.Text;
        this.mode = mode;
        this.tokens = tokens;
        this.messages = messages;
    }

    /// <summary>Adds the next tokens, at the end of the text <see cref="TokenKind.Eof"/>; false after that.</summary>
    public bool ReadMore()
    {
        if (done)
        {
            return false;
        }

        if (mode == ScriptMode.ScriptOnly)
        {
            ReadCode(toEnd: true);
            done = true;
        }
        else
        {
            ReadTextAndCode();
        }

        if (done)
        {
            tokens.Add(new Token(TokenKind.Eof, text.Length, text.Length));
        }

        return true;
    }

    private char Peek(int offset = 0) => at + offset < text.Length ? text[at + offset] : '\0';

    private void Error(int start, int end, string message) =>
        messages.Add(new LogMessage(ParserMessageType.Error, source.Span(start, end), message));

    private void ReadTextAndCode()
    {
        while (true)
        {
            var brace = text.IndexOf('{', at);
            if (brace < 0)
            {
                EmitText(textStart, text.Length, stripEnd: '\0');
                done = true;
                return;
            }

            at = brace + 1;
            if (Peek() == '{')
            {
                at++;
                var strip = Peek() is '-' or '~' ? text[at++] : '\0';
                EmitText(textStart, brace, strip);
                tokens.Add(new Token(TokenKind.CodeEnter, brace, at));
                ReadCode(toEnd: false);
                textStart = at;
                return;
            }

            if (Peek() == '%' && CountPercents() is var percents && Peek(percents) == '{')
            {
                at += percents + 1;
                var strip = Peek() is '-' or '~' ? text[at++] : '\0';
                EmitText(textStart, brace, strip);
                ReadEscapeBlock(brace, percents);
                textStart = at;
            }
        }
    }

    private int CountPercents()
    {
        var count = 0;
        while (Peek(count) == '%')
        {
            count++;
        }

        return count;
    }

    // {%{ … }%}: as many percent signs at the end as at the beginning.
    private void ReadEscapeBlock(int start, int percents)
    {
        var closing = "}" + new string('%', percents) + "}";
        var end = text.IndexOf(closing, at, StringComparison.Ordinal);
        if (end < 0)
        {
            Error(start, at, $"Unexpected end of file in an escape block: expecting the closing `{closing}`");
            at = text.Length;
            return;
        }

        var strip = end > at && text[end - 1] is '-' or '~' ? text[end - 1] : '\0';
        EmitText(at, strip == '\0' ? end : end - 1, stripEnd: '\0');
        at = end + closing.Length;
        stripNext = strip;
    }

    private void EmitText(int start, int end, char stripEnd)
    {
        if (stripNext == '-')
        {
            while (start < end && char.IsWhiteSpace(text[start]))
            {
                start++;
            }
        }
        else if (stripNext == '~')
        {
            while (start < end && text[start] != '\n' && char.IsWhiteSpace(text[start]))
            {
                start++;
            }

            start += start < end && text[start] == '\n' ? 1 : 0;
        }

        stripNext = '\0';
        while (
            stripEnd != '\0'
            && end > start
            && char.IsWhiteSpace(text[end - 1])
            && (stripEnd == '-' || text[end - 1] != '\n')
        )
        {
            end--;
        }

        if (end > start)
        {
            tokens.Add(new Token(TokenKind.Text, start, end));
        }
    }
}
