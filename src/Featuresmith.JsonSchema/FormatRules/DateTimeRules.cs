namespace Json.Schema.FormatRules;

/// <summary>Dates and times of RFC 3339, section 5.6.</summary>
internal static class DateTimeRules
{
    private const int MinutesPerDay = 24 * 60;

    public static bool IsDate(ReadOnlySpan<char> text) =>
        text.Length == 10
        && text[4] == '-'
        && text[7] == '-'
        && TryRead(text[..4], out var year)
        && TryRead(text[5..7], out var month)
        && TryRead(text[8..], out var day)
        && month is >= 1 and <= 12
        && day >= 1
        && day <= DaysIn(year, month);

    public static bool IsDateTime(ReadOnlySpan<char> text) =>
        text.Length > 11 && text[10] is 'T' or 't' && IsDate(text[..10]) && IsTime(text[11..]);

    public static bool IsTime(ReadOnlySpan<char> text)
    {
        var isClock =
            text.Length >= 9
            && text[2] == ':'
            && text[5] == ':'
            && TryReadClock(text[..2], text[3..5], out _)
            && TryRead(text[6..8], out _);
        if (!isClock || !TryReadOffset(SkipFraction(text[8..]), out var offset))
        {
            return false;
        }

        TryReadClock(text[..2], text[3..5], out var minutes);
        TryRead(text[6..8], out var seconds);
        // A leap second is only ever put in at the end of a UTC day.
        var isDayEnd = (minutes - offset + (2 * MinutesPerDay)) % MinutesPerDay == MinutesPerDay - 1;
        return seconds < 60 || (seconds == 60 && isDayEnd);
    }

    private static ReadOnlySpan<char> SkipFraction(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[0] != '.' || !char.IsAsciiDigit(text[1]))
        {
            return text;
        }

        return text[1..].TrimStart("0123456789");
    }

    private static bool TryReadOffset(ReadOnlySpan<char> text, out int minutes)
    {
        minutes = 0;
        if (text is "Z" or "z")
        {
            return true;
        }

        var isOffset =
            text.Length == 6
            && text[0] is '+' or '-'
            && text[3] == ':'
            && TryReadClock(text[1..3], text[4..], out minutes);
        minutes = isOffset && text[0] == '-' ? -minutes : minutes;
        return isOffset;
    }

    private static bool TryReadClock(ReadOnlySpan<char> hour, ReadOnlySpan<char> minute, out int minutes)
    {
        var isClock = TryRead(minute, out var m) & TryRead(hour, out var h) && h < 24 && m < 60;
        minutes = (h * 60) + m;
        return isClock;
    }

    private static bool TryRead(ReadOnlySpan<char> digits, out int value)
    {
        value = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            value = (value * 10) + digit - '0';
        }

        return true;
    }

    private static int DaysIn(int year, int month) =>
        month switch
        {
            // DateTime knows no year 0; it is a leap year like 400.
            2 => DateTime.IsLeapYear(year == 0 ? 400 : year) ? 29 : 28,
            4 or 6 or 9 or 11 => 30,
            _ => 31,
        };
}
