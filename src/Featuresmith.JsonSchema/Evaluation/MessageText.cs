using System.Text.Json;
using Json.Schema.Values;

namespace Json.Schema.Evaluation;

/// <summary>The words that messages are put together from.</summary>
internal static class MessageText
{
    private const int LongestValue = 60;
    private const int MostValues = 20;
    private const string But = ", but is ";

    /// <summary>A kind of value with its article: <c>a string</c>.</summary>
    public static string Kind(JsonValueKind kind) =>
        kind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "an array",
            JsonValueKind.String => "a string",
            JsonValueKind.Number => "a number",
            JsonValueKind.True or JsonValueKind.False => "a boolean",
            _ => "null",
        };

    /// <summary>A type as a schema names it, with its article.</summary>
    public static string Type(string type) =>
        type switch
        {
            "object" or "array" or "integer" => "an " + type,
            "null" => type,
            _ => "a " + type,
        };

    /// <summary>A value as it is written, cut where it is long.</summary>
    public static string Value(JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String ? $"\"{JsonText.Read(value)}\"" : value.GetRawText();
        return text.Length <= LongestValue ? text : text[..LongestValue] + "…";
    }

    /// <summary>Values in a row: <c>"a", "b", "c"</c>.</summary>
    public static string Values(IReadOnlyList<JsonElement> values)
    {
        var shown = string.Join(", ", values.Take(MostValues).Select(Value));
        return values.Count <= MostValues ? shown : $"{shown} and {values.Count - MostValues} more";
    }

    /// <summary>Alternatives: <c>a, b or c</c>.</summary>
    public static string Or(IReadOnlyList<string> words) => Join(words, " or ");

    /// <summary>Things that hold together: <c>a, b and c</c>.</summary>
    public static string And(IReadOnlyList<string> words) => Join(words, " and ");

    /// <summary>What the value is instead of what it must be.</summary>
    public static string ButIs(string actual) => But + actual;

    /// <summary>The part of a message that <see cref="ButIs"/> made.</summary>
    public static string? FindBut(string message)
    {
        var start = message.LastIndexOf(But, StringComparison.Ordinal);
        return start < 0 ? null : message[start..];
    }

    /// <summary>A count with its noun: <c>1 item</c>, <c>3 items</c>.</summary>
    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private static string Join(IReadOnlyList<string> words, string last) =>
        words.Count < 2 ? string.Concat(words) : string.Join(", ", words.SkipLast(1)) + last + words[^1];
}
