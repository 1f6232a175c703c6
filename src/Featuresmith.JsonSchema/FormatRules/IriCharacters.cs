using System.Buffers;
using System.Text;

namespace Json.Schema.FormatRules;

/// <summary>The characters that RFC 3987, section 2.2 adds to those of a URI: <c>ucschar</c> and <c>iprivate</c>.</summary>
internal static class IriCharacters
{
    /// <summary>Whether the code point at an index is one of them; the index is moved to its last UTF-16 unit.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, ref int index, bool mayBePrivate)
    {
        if (Rune.DecodeFromUtf16(text[index..], out var rune, out var length) != OperationStatus.Done)
        {
            return false;
        }

        index += length - 1;
        return IsCommon(rune.Value) || (mayBePrivate && IsPrivate(rune.Value));
    }

    private static bool IsCommon(int point) =>
        point switch
        {
            < 0x10000 => point is (>= 0xA0 and <= 0xD7FF) or (>= 0xF900 and <= 0xFDCF) or (>= 0xFDF0 and <= 0xFFEF),
            // The last two of each plane are no characters, and plane 14 begins with tags.
            < 0xF0000 => (point & 0xFFFF) <= 0xFFFD && point is < 0xE0000 or >= 0xE1000,
            _ => false,
        };

    private static bool IsPrivate(int point) =>
        point is (>= 0xE000 and <= 0xF8FF) or (>= 0xF0000 and <= 0xFFFFD) or (>= 0x100000 and <= 0x10FFFD);
}
