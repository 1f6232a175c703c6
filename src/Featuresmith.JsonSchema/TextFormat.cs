using System.Text.Json;
using Json.Schema.Values;

namespace Json.Schema;

/// <summary>A format of strings; other kinds of value have it always.</summary>
/// <param name="key">The value of <c>format</c>.</param>
public abstract class TextFormat(string key) : Format(key)
{
    /// <summary>Whether a text has the format.</summary>
    public abstract bool IsMatch(ReadOnlySpan<char> text);

    /// <inheritdoc/>
    public sealed override bool Validate(JsonElement element, out string? errorMessage)
    {
        errorMessage = null;
        if (element.ValueKind != JsonValueKind.String)
        {
            return true;
        }

        using var text = new JsonText(JsonText.Raw(element), stackalloc char[256]);
        return IsMatch(text.Chars);
    }
}
