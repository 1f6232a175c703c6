using System.Buffers;

namespace Featuresmith.Syntax.Shell;

internal sealed partial class ShellReader
{
    // What stands for itself wherever in a word it is. Most of every script: it is taken in runs.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:,=%"
    );

    // What means something between double quotation marks, or in a here-document where they mean nothing.
    private static readonly SearchValues<char> InQuotes = SearchValues.Create("$`\\\"");
    private static readonly SearchValues<char> InHereDocument = SearchValues.Create("$`\\");

    /// <summary>Reads one word. An operator or a blank here makes an empty one.</summary>
    /// <param name="isRegex">Whether it is the right side of =~, in which parentheses and bars stand for themselves.</param>
    private ShellWord ReadWord(bool isRegex = false)
    {
        var begin = at;
        var parts = new ShellWordParts(source);
        var groups = 0;
        while (!AtEnd && !(groups == 0 ? AtWordEnd(isRegex) : Current == '\n'))
        {
            if (TakeRun(parts, Rest().IndexOfAnyExcept(Plain)))
            {
                continue;
            }

            // bash's patterns @(a|b), !(a) …: the parentheses belong to the word.
            if (!isRegex && Current is '@' or '?' or '*' or '+' or '!' && Peek(1) == '(' && groups == 0)
            {
                parts.Literal(at, 2, text.AsSpan(at, 2));
                at += 2;
                groups = 1;
            }
            else if (groups > 0 && Current is '(' or ')' && groups > 0)
            {
                groups += Current == '(' ? 1 : -1;
                parts.Literal(at, 1, text.AsSpan(at++, 1));
            }
            else
            {
                ReadPart(parts);
            }
        }

        return new ShellWord(From(begin), parts.ToArray());
    }

    private ReadOnlySpan<char> Rest() => text.AsSpan(at, limit - at);

    /// <summary>Takes characters that stand for themselves.</summary>
    /// <param name="parts">The word that they belong to.</param>
    /// <param name="length">How many; below 0 for all up to the end.</param>
    /// <returns>Whether there were any.</returns>
    private bool TakeRun(ShellWordParts parts, int length)
    {
        length = length < 0 ? limit - at : length;
        if (length == 0)
        {
            return false;
        }

        parts.Literal(at, length, text.AsSpan(at, length));
        at += length;
        return true;
    }

    private bool AtWordEnd(bool isRegex) =>
        isRegex ? IsBlank(Current) || Current == '\n' : EndsWord(at) && !AtProcessSubstitution();

    private void ReadPart(ShellWordParts parts)
    {
        var begin = at;
        switch (Current)
        {
            case '\\':
                at = Math.Min(at + 2, limit);
                // A backslash before a line end joins the lines.
                parts.Literal(begin, at - begin, text[at - 1] == '\n' ? "" : text.AsSpan(at - 1, 1));
                break;
            case '\'':
                at++;
                parts.Add(ReadSingleQuoted(begin));
                break;
            case '"':
                at++;
                parts.Add(ReadDoubleQuoted(begin));
                break;
            case '$' when Peek(1) == '\'':
                at += 2;
                parts.Add(ReadDollarQuoted(begin));
                break;
            case '$' when Peek(1) == '"':
                at += 2;
                parts.Add(ReadDoubleQuoted(begin));
                break;
            case '<' or '>' when AtProcessSubstitution() && nesting < DeepestNesting:
                at += 2;
                parts.Add(ReadSubstitution(begin, ShellSubstitutionKind.Process));
                break;
            default:
                if (ReadExpansion() is { } expansion)
                {
                    parts.Add(expansion);
                }
                else
                {
                    parts.Literal(at, 1, text.AsSpan(at++, 1));
                }

                break;
        }
    }

    private ShellLiteral ReadSingleQuoted(int begin)
    {
        var inside = at;
        var close = text.IndexOf('\'', at, limit - at);
        at = close < 0 ? limit : close + 1;
        return new ShellLiteral(From(begin), text[inside..(close < 0 ? limit : close)], isQuoted: true);
    }

    private ShellLiteral ReadDollarQuoted(int begin)
    {
        var inside = at;
        while (!AtEnd && Current != '\'')
        {
            at += Current == '\\' ? 2 : 1;
        }

        at = Math.Min(at, limit);
        var content = text[inside..at];
        Take("'");
        return new ShellLiteral(From(begin), content, isQuoted: true);
    }

    private ShellDoubleQuoted ReadDoubleQuoted(int begin)
    {
        var parts = ReadQuotedParts('"');
        Take("\"");
        return new ShellDoubleQuoted(From(begin), parts);
    }

    /// <summary>Reads text in which $, ` and backslash alone mean something, up to a character that stays unread.</summary>
    private ShellWordPart[] ReadQuotedParts(char close)
    {
        var parts = new ShellWordParts(source, isQuoted: true);
        var special = close == '"' ? InQuotes : InHereDocument;
        while (!AtEnd && (close == '\0' || Current != close))
        {
            if (TakeRun(parts, Rest().IndexOfAny(special)))
            {
                continue;
            }

            if (Current == '\\' && Peek(1) is '$' or '`' or '"' or '\\' or '\n')
            {
                parts.Literal(at, 2, Peek(1) == '\n' ? "" : text.AsSpan(at + 1, 1));
                at += 2;
            }
            else if (ReadExpansion() is { } expansion)
            {
                parts.Add(expansion);
            }
            else
            {
                parts.Literal(at, 1, text.AsSpan(at++, 1));
            }
        }

        return parts.ToArray();
    }
}
