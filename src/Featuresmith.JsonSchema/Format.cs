using System.Text.Json;

namespace Json.Schema;

/// <summary>The meaning of one value of <c>format</c>.</summary>
public abstract class Format
{
    /// <summary>Names the format.</summary>
    /// <param name="key">The value of <c>format</c>.</param>
    protected Format(string key)
    {
        Key = key;
    }

    /// <summary>The value of <c>format</c>.</summary>
    public string Key { get; }

    /// <summary>The format with its article, to follow "is not".</summary>
    internal virtual string Described => $"a valid {Key}";

    /// <summary>Whether a value has the format. Kinds of value that the format does not speak of have it.</summary>
    /// <param name="element">The value.</param>
    /// <param name="errorMessage">What is wrong, or null to leave the wording to the caller.</param>
    public abstract bool Validate(JsonElement element, out string? errorMessage);
}
