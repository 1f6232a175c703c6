using System.Text.Json;

namespace Json.Schema;

/// <summary>A format that a function decides about.</summary>
/// <param name="key">The value of <c>format</c>.</param>
/// <param name="predicate">Says yes to values of the format, and to kinds of value that it does not speak of.</param>
public sealed class PredicateFormat(string key, Func<JsonElement, bool> predicate) : Format(key)
{
    /// <inheritdoc/>
    public override bool Validate(JsonElement element, out string? errorMessage)
    {
        errorMessage = null;
        return predicate(element);
    }
}
