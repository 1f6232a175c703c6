namespace Json.Schema.FormatRules;

/// <summary>
/// Host names of RFC 1123, section 2.1: labels of letters, digits and inner hyphens, 63 characters each and 253 in all.
/// International ones (RFC 5890) are judged by the same shape; the tables of code points of RFC 5892 are not consulted.
/// </summary>
internal static class HostnameRule
{
    private const int LongestName = 253;
    private const int LongestLabel = 63;

    public static bool IsHostname(ReadOnlySpan<char> text) => IsName(text, ".", isInternational: false);

    // RFC 3490, section 3.1 has three more characters count as dots.
    public static bool IsIdnHostname(ReadOnlySpan<char> text) =>
        IsName(text, ".\u3002\uFF0E\uFF61", isInternational: true);

    private static bool IsName(ReadOnlySpan<char> text, string dots, bool isInternational)
    {
        if (text.Length is 0 or > LongestName)
        {
            return false;
        }

        foreach (var range in text.SplitAny(dots))
        {
            if (!IsLabel(text[range], isInternational))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLabel(ReadOnlySpan<char> label, bool isInternational)
    {
        if (label.Length is 0 or > LongestLabel || label[0] == '-' || label[^1] == '-')
        {
            return false;
        }

        // Hyphens in the third and fourth place are kept for encodings (RFC 5891, section 4.2.3.1); xn-- is the one known.
        var isReserved = label.Length >= 4 && label[2] == '-' && label[3] == '-';
        if (isReserved && isInternational && !label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        foreach (var one in label)
        {
            if (!char.IsAsciiLetterOrDigit(one) && one != '-' && !(isInternational && IsInternational(one)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsInternational(char one) =>
        one > 0x7F && (char.IsLetterOrDigit(one) || char.IsSurrogate(one) || IsMark(one));

    private static bool IsMark(char one) =>
        char.GetUnicodeCategory(one)
            is System.Globalization.UnicodeCategory.NonSpacingMark
                or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
