namespace Json.Schema.FormatRules;

/// <summary>UUIDs of RFC 4122, section 3; any version.</summary>
internal static class UuidRule
{
    public static bool IsUuid(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i is 8 or 13 or 18 or 23 ? text[i] != '-' : !char.IsAsciiHexDigit(text[i]))
            {
                return false;
            }
        }

        return text.Length == 36;
    }
}
