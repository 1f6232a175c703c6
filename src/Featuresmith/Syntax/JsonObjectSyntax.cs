using Featuresmith.Sources;

namespace Featuresmith.Syntax;

/// <summary>One key of a JSON object with its value.</summary>
/// <param name="Key">The key with its place, quotation marks included.</param>
/// <param name="Value">The value.</param>
public sealed record JsonMemberSyntax(Located<string> Key, JsonValueSyntax Value);

/// <summary>A JSON object. Members keep their order; of a repeated key all are kept.</summary>
public sealed record JsonObjectSyntax(SourceSpan Span, IReadOnlyList<JsonMemberSyntax> Members) : JsonValueSyntax(Span)
{
    public override string KindName => "an object";

    /// <summary>The value of a key, or null. Of a repeated key the last counts, as in every common parser.</summary>
    public JsonValueSyntax? this[string key] => Member(key)?.Value;

    /// <summary>The member with this key, or null; of a repeated key the last.</summary>
    public JsonMemberSyntax? Member(string key) => Members.LastOrDefault(member => member.Key.Value == key);

    /// <summary>The value as a string with its place, or null where the key is absent or its value is no string.</summary>
    public Located<string>? String(string key) => (this[key] as JsonStringSyntax)?.Located;

    /// <summary>The value as a boolean with its place, or null where the key is absent or its value is no boolean.</summary>
    public Located<bool>? Boolean(string key) => (this[key] as JsonBooleanSyntax)?.Located;

    /// <summary>The value as an object, or null where the key is absent or its value is no object.</summary>
    public JsonObjectSyntax? Object(string key) => this[key] as JsonObjectSyntax;

    /// <summary>The strings of an array; null where the key is absent or no array. Other items are passed over.</summary>
    public IReadOnlyList<Located<string>>? Strings(string key) =>
        this[key] is JsonArraySyntax array
            ? [.. array.Items.OfType<JsonStringSyntax>().Select(item => item.Located)]
            : null;
}
