namespace Json.Schema.FormatRules;

/// <summary>URI templates of RFC 6570, section 2.</summary>
internal static class UriTemplateRule
{
    public static bool IsTemplate(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var open = text.IndexOf('{');
            if (!IsLiteral(open < 0 ? text : text[..open]))
            {
                return false;
            }

            if (open < 0)
            {
                return true;
            }

            var length = text[open..].IndexOf('}');
            if (length < 0 || !IsExpression(text.Slice(open + 1, length - 1)))
            {
                return false;
            }

            text = text[(open + length + 1)..];
        }

        return true;
    }

    private static bool IsLiteral(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var one = text[i];
            var isTriplet =
                one == '%'
                && i + 2 < text.Length
                && char.IsAsciiHexDigit(text[i + 1])
                && char.IsAsciiHexDigit(text[i + 2]);
            var isPlain = one is > ' ' and < '\x7F' && !"\"%<>\\^`{|}".Contains(one, StringComparison.Ordinal);
            if (!isTriplet && !isPlain && !(one > '\x7F' && IriCharacters.TryRead(text, ref i, mayBePrivate: true)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsExpression(ReadOnlySpan<char> text)
    {
        // The last five operators are reserved for extensions (section 2.2), yet belong to the grammar.
        var variables = !text.IsEmpty && "+#./;?&=,!@|".Contains(text[0], StringComparison.Ordinal) ? text[1..] : text;
        foreach (var range in variables.Split(','))
        {
            if (!IsVariable(variables[range]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsVariable(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        if (colon >= 0)
        {
            var length = text[(colon + 1)..];
            var isLength =
                length.Length is >= 1 and <= 4 && length[0] != '0' && !length.ContainsAnyExceptInRange('0', '9');
            return isLength && IsName(text[..colon]);
        }

        return IsName(text.EndsWith("*") ? text[..^1] : text);
    }

    private static bool IsName(ReadOnlySpan<char> text)
    {
        var isDotAllowed = false;
        for (var i = 0; i < text.Length; i++)
        {
            var one = text[i];
            if (one == '%')
            {
                if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
                {
                    return false;
                }

                i += 2;
            }
            else if (!char.IsAsciiLetterOrDigit(one) && one != '_' && !(one == '.' && isDotAllowed))
            {
                return false;
            }

            isDotAllowed = one != '.';
        }

        return isDotAllowed;
    }
}
