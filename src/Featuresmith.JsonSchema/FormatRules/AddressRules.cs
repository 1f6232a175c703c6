namespace Json.Schema.FormatRules;

/// <summary>IP addresses: RFC 2673, section 3.2 and RFC 4291, section 2.2.</summary>
internal static class AddressRules
{
    public static bool IsIPv4(ReadOnlySpan<char> text)
    {
        var parts = 0;
        foreach (var range in text.Split('.'))
        {
            var part = text[range];
            var isByte =
                part.Length is >= 1 and <= 3
                && !part.ContainsAnyExceptInRange('0', '9')
                && (part.Length == 1 || part[0] != '0')
                && int.Parse(part, System.Globalization.CultureInfo.InvariantCulture) <= 255;
            if (!isByte)
            {
                return false;
            }

            parts++;
        }

        return parts == 4;
    }

    public static bool IsIPv6(ReadOnlySpan<char> text)
    {
        var gap = text.IndexOf("::");
        if (gap < 0)
        {
            return CountGroups(text, mayEndInIPv4: true) == 8;
        }

        var rest = text[(gap + 2)..];
        var before = gap == 0 ? 0 : CountGroups(text[..gap], mayEndInIPv4: false);
        var after = rest.IsEmpty ? 0 : CountGroups(rest, mayEndInIPv4: true);
        return before >= 0 && after >= 0 && before + after <= 7;
    }

    private static int CountGroups(ReadOnlySpan<char> text, bool mayEndInIPv4)
    {
        var groups = 0;
        foreach (var range in text.Split(':'))
        {
            var part = text[range];
            var isLast = range.End.GetOffset(text.Length) == text.Length;
            if (isLast && mayEndInIPv4 && part.Contains('.'))
            {
                return IsIPv4(part) ? groups + 2 : -1;
            }

            if (part.Length is < 1 or > 4 || !IsHex(part))
            {
                return -1;
            }

            groups++;
        }

        return groups;
    }

    private static bool IsHex(ReadOnlySpan<char> text)
    {
        foreach (var one in text)
        {
            if (!char.IsAsciiHexDigit(one))
            {
                return false;
            }
        }

        return true;
    }
}
