using System.Globalization;
using System.Text;

namespace Scriban.Parsing;

internal sealed partial class Lexer
{
    private void ReadString(int start, char quote, bool afterSpace)
    {
        var value = ReadUntil(start, quote, holes: false, out _);
        tokens.Add(new Token(TokenKind.String, start, at, afterSpace, value));
    }

    // `…`: no escapes; a doubled backtick stands for one.
    private void ReadVerbatimString(bool afterSpace)
    {
        var start = at;
        var end = ++at;
        while (true)
        {
            end = end < text.Length ? text.IndexOf('`', end) : -1;
            if (end < 0)
            {
                Error(start, start + 1, "Unexpected end of file while parsing a verbatim string not terminated by a `");
                end = at = text.Length;
                tokens.Add(new Token(TokenKind.Invalid, start, at, afterSpace));
                return;
            }

            if (end + 1 >= text.Length || text[end + 1] != '`')
            {
                break;
            }

            end += 2;
        }

        var value = text[at..end].Replace("``", "`", StringComparison.Ordinal);
        at = end + 1;
        tokens.Add(new Token(TokenKind.String, start, at, afterSpace, value));
    }

    // $"…{": Begin, then code, then }…{ Middle … until }…" End. A $"…" without a hole is an ordinary string.
    private void ReadInterpolation(int start, char quote, TokenKind kind, bool afterSpace)
    {
        var value = ReadUntil(start, quote, holes: true, out var opensHole);
        if (opensHole)
        {
            braces.Push(quote);
            openHoles++;
        }
        else
        {
            kind = kind == TokenKind.InterpolationBegin ? TokenKind.String : TokenKind.InterpolationEnd;
        }

        tokens.Add(new Token(kind, start, at, afterSpace, value));
    }

    // Reads to the quote (or, with holes, to an unescaped `{`), past it, and decodes escapes on the way.
    private string ReadUntil(int start, char quote, bool holes, out bool opensHole)
    {
        StringBuilder? decoded = null;
        var copied = at;
        opensHole = false;
        while (at < text.Length)
        {
            var c = text[at];
            if (c == quote || (holes && c == '{'))
            {
                opensHole = c != quote;
                var tail = text.AsSpan(copied, at - copied);
                at++;
                return decoded is null ? tail.ToString() : decoded.Append(tail).ToString();
            }

            if (c != '\\')
            {
                at++;
                continue;
            }

            decoded ??= new StringBuilder();
            decoded.Append(text, copied, at - copied);
            ReadEscape(decoded, holes);
            copied = at;
        }

        Error(start, start + 1, $"Unexpected end of file while parsing a string not terminated by a {quote}");
        return string.Empty;
    }

    // language.md, section 3.1: \' \" \\ \n \r \t \b \f \uXXXX \xXX, and a backslash before a line end joins the lines.
    private void ReadEscape(StringBuilder decoded, bool holes)
    {
        var start = at;
        at += 2;
        switch (at - 1 < text.Length ? text[at - 1] : '\0')
        {
            case '\'' or '"' or '\\':
            case '{' or '}' when holes:
                decoded.Append(text[at - 1]);
                break;
            case '0':
                decoded.Append('\0');
                break;
            case 'n':
                decoded.Append('\n');
                break;
            case 'r':
                decoded.Append('\r');
                break;
            case 't':
                decoded.Append('\t');
                break;
            case 'b':
                decoded.Append('\b');
                break;
            case 'f':
                decoded.Append('\f');
                break;
            case '\n':
                break;
            case '\r' when Peek() == '\n':
                at++;
                break;
            case 'u':
                AppendHex(decoded, start, 4);
                break;
            case 'x':
                AppendHex(decoded, start, 2);
                break;
            default:
                at = Math.Min(at, text.Length);
                Error(start, at, $"Unexpected escape character `{text[start..at]}` in a string");
                break;
        }
    }

    private void AppendHex(StringBuilder decoded, int start, int digits)
    {
        var end = Math.Min(at + digits, text.Length);
        var hex = text.AsSpan(at, end - at);
        if (hex.Length == digits && ushort.TryParse(hex, NumberStyles.AllowHexSpecifier, null, out var code))
        {
            at = end;
            decoded.Append((char)code);
            return;
        }

        Error(start, at, $"Expecting {digits} hexadecimal digits after `{text[start..at]}`");
    }
}
