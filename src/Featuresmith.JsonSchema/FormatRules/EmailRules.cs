namespace Json.Schema.FormatRules;

/// <summary>E-mail addresses: the Mailbox of RFC 5321, section 4.1.2, and of RFC 6531, section 3.3 where letters of all scripts count.</summary>
internal static class EmailRules
{
    private const string AtomPunctuation = "!#$%&'*+-/=?^_`{|}~";

    public static bool IsEmail(ReadOnlySpan<char> text) => IsMailbox(text, isInternational: false);

    public static bool IsIdnEmail(ReadOnlySpan<char> text) => IsMailbox(text, isInternational: true);

    private static bool IsMailbox(ReadOnlySpan<char> text, bool isInternational)
    {
        var at = text.LastIndexOf('@');
        return at > 0 && IsLocalPart(text[..at], isInternational) && IsDomain(text[(at + 1)..], isInternational);
    }

    private static bool IsLocalPart(ReadOnlySpan<char> text, bool isInternational)
    {
        if (text.Length >= 2 && text[0] == '"' && text[^1] == '"')
        {
            return IsQuoted(text[1..^1], isInternational);
        }

        foreach (var range in text.Split('.'))
        {
            if (text[range].IsEmpty || !IsAtom(text[range], isInternational))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAtom(ReadOnlySpan<char> text, bool isInternational)
    {
        foreach (var one in text)
        {
            var isAtomText = char.IsAsciiLetterOrDigit(one) || AtomPunctuation.Contains(one, StringComparison.Ordinal);
            if (!isAtomText && !(isInternational && one > 0x7F))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsQuoted(ReadOnlySpan<char> text, bool isInternational)
    {
        for (var i = 0; i < text.Length; i++)
        {
            // A backslash makes the next printable character an ordinary one.
            i += text[i] == '\\' ? 1 : 0;
            var isEscaped = i > 0 && i < text.Length && text[i - 1] == '\\';
            var isPrintable = i < text.Length && (text[i] is >= ' ' and <= '~' || (isInternational && text[i] > 0x7F));
            if (!isPrintable || (text[i] == '"' && !isEscaped))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDomain(ReadOnlySpan<char> text, bool isInternational)
    {
        if (text.Length < 2 || text[0] != '[' || text[^1] != ']')
        {
            return isInternational ? HostnameRule.IsIdnHostname(text) : HostnameRule.IsHostname(text);
        }

        var literal = text[1..^1];
        return literal.StartsWith("IPv6:", StringComparison.OrdinalIgnoreCase)
            ? AddressRules.IsIPv6(literal[5..])
            : AddressRules.IsIPv4(literal);
    }
}
