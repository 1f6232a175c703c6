using System.Text.Json;
using Json.Pointer;
using Json.Schema.Values;

namespace Json.Schema.Building;

/// <summary>A schema object while its keywords are compiled.</summary>
internal sealed class KeywordSource(JsonElement schema, SchemaResource resource, string pointer)
{
    public JsonElement Schema { get; } = schema;

    public SchemaResource Resource { get; } = resource;

    public Draft Draft => Resource.Dialect.Draft;

    public bool Has(Vocabularies vocabulary) => (Resource.Dialect.Vocabularies & vocabulary) != 0;

    public JsonElement? Find(string keyword) => JsonMember.TryFind(Schema, keyword, out var value) ? value : null;

    /// <summary>The value of a keyword if it is there and of the kind it must be.</summary>
    public JsonElement? Find(string keyword, JsonValueKind kind, string expected) =>
        Find(keyword) is not { } value ? null
        : value.ValueKind == kind ? value
        : throw Fault(keyword, $"{keyword} must be {expected}");

    /// <summary>The schema that a keyword holds.</summary>
    public Subschema? FindOne(string keyword) => Find(keyword) is { } value ? Compile($"/{keyword}", value) : null;

    /// <summary>The schemas that a keyword holds in an array.</summary>
    public Subschema[]? FindList(string keyword)
    {
        if (Find(keyword, JsonValueKind.Array, "an array of schemas") is not { } list)
        {
            return null;
        }

        var schemas = new Subschema[list.GetArrayLength()];
        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            schemas[index] = Compile($"/{keyword}/{index}", item);
            index++;
        }

        return schemas;
    }

    /// <summary>The schemas that a keyword holds by name.</summary>
    public NamedSubschema[]? FindMap(string keyword)
    {
        if (Find(keyword, JsonValueKind.Object, "an object of schemas") is not { } map)
        {
            return null;
        }

        var members = new List<NamedSubschema>();
        foreach (var entry in map.EnumerateObject())
        {
            var name = JsonMember.Name(entry);
            members.Add(new NamedSubschema(name, Compile($"/{keyword}/{JsonPointer.Escape(name)}", entry.Value)));
        }

        return [.. members];
    }

    public Subschema Compile(string path, JsonElement value) =>
        new(Resource.Document.NodeAt(pointer + path, value, Resource), path);

    /// <summary>The names in an array of strings.</summary>
    public string[] ReadNames(string keyword, JsonElement value)
    {
        var isNames =
            value.ValueKind == JsonValueKind.Array
            && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String);
        return isNames
            ? [.. value.EnumerateArray().Select(JsonText.Read)]
            : throw Fault(keyword, $"{keyword} must be an array of strings");
    }

    /// <summary>A size or count, or null where the keyword is missing.</summary>
    public int? FindCount(string keyword)
    {
        if (Find(keyword, JsonValueKind.Number, "a non-negative integer") is not { } value)
        {
            return null;
        }

        // Written 2.0 it still is a count; one beyond what memory can hold is as good as the bound.
        return value.TryGetDecimal(out var count) && count >= 0 && decimal.IsInteger(count)
            ? (int)Math.Min(count, int.MaxValue)
            : throw Fault(keyword, $"{keyword} must be a non-negative integer");
    }

    public JsonSchemaException Fault(string keyword, string problem) =>
        new(Resource.LocationOf($"{pointer}/{JsonPointer.Escape(keyword)}"), problem);

    public Uri LocationOf(string keyword) => Resource.LocationOf($"{pointer}/{keyword}");
}
