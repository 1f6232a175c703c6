using Json.Pointer;

namespace Json.Schema.FormatRules;

/// <summary>JSON Pointers of RFC 6901, and relative ones (draft-bhutton-relative-json-pointer-00).</summary>
internal static class PointerRules
{
    public static bool IsPointer(ReadOnlySpan<char> text) => JsonPointer.TryParse(text, out _);

    public static bool IsRelativePointer(ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart("0123456789");
        var digits = text.Length - rest.Length;
        var isNumber = digits == 1 || (digits > 1 && text[0] != '0');
        return isNumber && (rest is "#" || IsPointer(rest));
    }
}
