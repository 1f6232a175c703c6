namespace Json.Schema.FormatRules;

/// <summary>Durations of RFC 3339, appendix A: units may be left out at either end, never in the middle.</summary>
internal static class DurationRule
{
    public static bool IsDuration(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[0] != 'P')
        {
            return false;
        }

        var split = text.IndexOf('T');
        var date = split < 0 ? text[1..] : text[1..split];
        var isWeeks = split < 0 && IsSequence(date, "W");
        var isDate = IsSequence(date, "YMD") || (date.IsEmpty && split >= 0);
        return isWeeks || (isDate && (split < 0 || IsSequence(text[(split + 1)..], "HMS")));
    }

    private static bool IsSequence(ReadOnlySpan<char> text, string units)
    {
        if (text.IsEmpty)
        {
            return false;
        }

        var next = -1;
        while (!text.IsEmpty)
        {
            var rest = text.TrimStart("0123456789");
            var unit =
                rest.IsEmpty || rest.Length == text.Length ? -1 : units.IndexOf(rest[0], StringComparison.Ordinal);
            if (unit < 0 || (next >= 0 && unit != next))
            {
                return false;
            }

            next = unit + 1;
            text = rest[1..];
        }

        return true;
    }
}
