namespace Scriban.Parsing;

internal sealed partial class Lexer
{
    // Reads up to and with the closing }} (or the end of the text).
    private void ReadCode(bool toEnd)
    {
        braces.Clear();
        openHoles = 0;
        while (true)
        {
            var beforeSpace = at;
            SkipSpaces();
            if (at >= text.Length)
            {
                if (!toEnd && messages.Count == 0)
                {
                    Error(text.Length, text.Length, "Unexpected end of file: the code block is not closed by `}}`");
                }

                return;
            }

            if (!toEnd && TryReadExit())
            {
                return;
            }

            ReadToken(at > beforeSpace, toEnd);
        }
    }

    private void SkipSpaces()
    {
        while (at < text.Length && text[at] != '\n' && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
    }

    // }}, -}} or ~}}. Inside an object's braces `}}` closes two of them.
    private bool TryReadExit()
    {
        var strip = Peek() is '-' or '~' ? Peek() : '\0';
        var start = at + (strip == '\0' ? 0 : 1);
        if (braces.Count > 0 || !IsExitAt(start))
        {
            return false;
        }

        tokens.Add(new Token(TokenKind.CodeExit, start, start + 2));
        at = start + 2;
        stripNext = strip;
        return true;
    }

    private bool IsExitAt(int index) => index + 1 < text.Length && text[index] == '}' && text[index + 1] == '}';

    private void ReadToken(bool afterSpace, bool toEnd)
    {
        var start = at;
        var c = text[at];
        switch (c)
        {
            case '\n':
                at++;
                ReadNewLine(start);
                break;
            case '#':
                SkipComment(toEnd);
                break;
            case '"' or '\'':
                at++;
                ReadString(start, c, afterSpace);
                break;
            case '`':
                ReadVerbatimString(afterSpace);
                break;
            case '$' when Peek(1) is '"' or '\'':
                at += 2;
                ReadInterpolation(start, text[start + 1], TokenKind.InterpolationBegin, afterSpace);
                break;
            case '}' when braces.TryPeek(out var open) && open != '{':
                at++;
                braces.Pop();
                openHoles--;
                ReadInterpolation(start, open, TokenKind.InterpolationMiddle, afterSpace);
                break;
            case >= '0' and <= '9':
                ReadNumber();
                tokens.Add(new Token(TokenKind.Number, start, at, afterSpace));
                break;
            case '_' or '$':
            case var letter when char.IsLetter(letter):
                ReadIdentifier();
                tokens.Add(new Token(TokenKind.Identifier, start, at, afterSpace));
                break;
            default:
                ReadOperator(afterSpace);
                break;
        }
    }

    private void ReadNewLine(int start)
    {
        if (openHoles > 0)
        {
            Error(start, start + 1, "Opened interpolated expression not closed on the same line.");
            braces.Clear();
            openHoles = 0;
        }

        tokens.Add(new Token(TokenKind.NewLine, start, at));
    }

    // # to the end of the line, ## to the next ##; both end before the end of the code block (language.md, section 2).
    private void SkipComment(bool toEnd)
    {
        var multi = Peek(1) == '#';
        at += multi ? 2 : 1;
        while (at < text.Length)
        {
            var c = text[at];
            if (multi && c == '#' && Peek(1) == '#')
            {
                at += 2;
                return;
            }

            var exits = !toEnd && (IsExitAt(at) || (c is '-' or '~' && IsExitAt(at + 1)));
            if (exits || (!multi && c == '\n'))
            {
                return;
            }

            at++;
        }
    }

    private void ReadIdentifier()
    {
        // $ alone is the arguments, $$ the block of a wrap, $0 an argument, $name a local variable.
        var local = text[at] == '$';
        at += local && Peek(1) == '$' ? 2 : 1;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_'))
        {
            at++;
        }
    }

    // The value is read by NumberLiteral; here only the extent is found. `1..5` is a range, `1.5` a float.
    private void ReadNumber()
    {
        if (text[at] == '0' && Peek(1) is 'x' or 'X' or 'b' or 'B')
        {
            at += 2;
            while (char.IsAsciiHexDigit(Peek()) || Peek() is '_' or 'u' or 'U')
            {
                at++;
            }

            return;
        }

        SkipDigits();
        if (Peek() == '.' && char.IsAsciiDigit(Peek(1)))
        {
            at++;
            SkipDigits();
        }

        if (Peek() is 'e' or 'E' && char.IsAsciiDigit(Peek(Peek(1) is '+' or '-' ? 2 : 1)))
        {
            at += 2;
            SkipDigits();
        }

        if (Peek() is 'f' or 'F' or 'd' or 'D' or 'm' or 'M' && !char.IsLetterOrDigit(Peek(1)) && Peek(1) != '_')
        {
            at++;
        }
    }

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Peek()) || Peek() == '_')
        {
            at++;
        }
    }
}
