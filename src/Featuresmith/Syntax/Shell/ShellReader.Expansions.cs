namespace Featuresmith.Syntax.Shell;

internal sealed partial class ShellReader
{
    // What looking for the ends of `…` and ((…)) may cost in all, so that time stays linear whatever the text is.
    private int lookAhead = 4 * (end - start) + 1024;

    /// <summary>Reads the expansion that begins here; null, with nothing read, where none does.</summary>
    private ShellWordPart? ReadExpansion()
    {
        if (nesting >= DeepestNesting)
        {
            return null;
        }

        nesting++;
        var expansion = ReadExpansionHere();
        nesting--;
        return expansion;
    }

    private ShellWordPart? ReadExpansionHere()
    {
        var begin = at;
        switch (Current)
        {
            case '`':
                return ReadBackticks(begin);
            case '$' when Peek(1) == '(' && Peek(2) == '(' && LooksArithmetic(at + 1):
                at += 3;
                return ReadArithmetic(begin);
            case '$' when Peek(1) == '(':
                at += 2;
                return ReadSubstitution(begin, ShellSubstitutionKind.Command);
            case '$' when Peek(1) == '{':
                at += 2;
                return ReadParameter(begin);
            case '$' when StartsName(Peek(1)):
                at++;
                var name = TakeName();
                return new ShellParameter(From(begin), name, "", null);
            case '$' when char.IsAsciiDigit(Peek(1)) || Peek(1) is '@' or '*' or '#' or '?' or '-' or '$' or '!':
                at += 2;
                return new ShellParameter(From(begin), text[(begin + 1)..at], "", null);
            default:
                return null;
        }
    }

    private ShellSubstitution ReadSubstitution(int begin, ShellSubstitutionKind kind)
    {
        var body = Within(
            limit,
            () =>
            {
                var list = ReadList(ShellConstruct.Parenthesis);
                Take(")");
                return list;
            }
        );
        return new ShellSubstitution(From(begin), kind, body);
    }

    private ShellSubstitution? ReadBackticks(int begin)
    {
        var close = begin + 1;
        while (close < limit && text[close] != '`' && lookAhead-- > 0)
        {
            close += text[close] == '\\' ? 2 : 1;
        }

        if (close >= limit || text[close] != '`')
        {
            return null;
        }

        at = begin + 1;
        var body = Within(close, ReadList);
        at = close + 1;
        return new ShellSubstitution(From(begin), ShellSubstitutionKind.Backticks, body);
    }

    /// <summary>Whether the "((" at an offset is closed by "))", rather than being two subshells that end apart.</summary>
    private bool LooksArithmetic(int offset)
    {
        var parentheses = 0;
        var innerEnd = -1;
        for (var next = offset; next < limit && lookAhead-- > 0; next++)
        {
            switch (text[next])
            {
                case '\\':
                    next++;
                    break;
                case '(':
                    parentheses++;
                    break;
                case ')' when --parentheses == 1:
                    innerEnd = next;
                    break;
                case ')' when parentheses == 0:
                    return innerEnd == next - 1;
            }
        }

        return lookAhead <= 0;
    }

    private ShellArithmetic ReadArithmetic(int begin)
    {
        var parts = new List<ShellWordPart>();
        var parentheses = 0;
        while (!AtEnd && !(parentheses <= 0 && LooksAt("))")))
        {
            if (StartsName(Current) && !(at > begin && ContinuesName(text[at - 1])))
            {
                parts.Add(ReadArithmeticName());
            }
            else if (ReadExpansion() is { } expansion)
            {
                parts.Add(expansion);
            }
            else if (Current == '\\')
            {
                at = Math.Min(at + 2, limit);
            }
            else
            {
                parentheses +=
                    Current == '(' ? 1
                    : Current == ')' ? -1
                    : 0;
                at++;
            }
        }

        Take("))");
        return new ShellArithmetic(From(begin), parts);
    }

    private ShellArithmeticName ReadArithmeticName()
    {
        var begin = at;
        var name = TakeName();
        var span = From(begin);
        var before = text.AsSpan(0, begin).EndsWith("++") || text.AsSpan(0, begin).EndsWith("--");
        SkipBlanks();
        var assigned =
            before
            || LooksAt("++")
            || LooksAt("--")
            || (Current == '=' && Peek(1) != '=')
            || (Current is '+' or '-' or '*' or '/' or '%' or '&' or '|' or '^' && Peek(1) == '=');
        return new ShellArithmeticName(span, name, assigned);
    }
}
