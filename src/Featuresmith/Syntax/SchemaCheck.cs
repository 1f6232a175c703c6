using System.Collections.Concurrent;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Json.Schema;

namespace Featuresmith.Syntax;

/// <summary>Checks a part of a tree against one of our schemas and puts each finding at its place in the text.</summary>
public sealed class SchemaCheck
{
    private static readonly ConcurrentDictionary<string, SchemaCheck> Loaded = new(StringComparer.Ordinal);

    private readonly JsonSchema schema;

    private SchemaCheck(JsonSchema schema) => this.schema = schema;

    /// <summary>The check for schemas/&lt;name&gt;.schema.json.</summary>
    public static SchemaCheck For(string name) =>
        Loaded.GetOrAdd(name, key => new SchemaCheck(JsonSchema.FromText(SchemaText(key))));

    /// <summary>The text of schemas/&lt;name&gt;.schema.json, which the library carries with it.</summary>
    public static string SchemaText(string name)
    {
        var resource = $"schemas/{name}.schema.json";
        using var stream =
            typeof(SchemaCheck).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"the library carries no {resource}");
        using var text = new StreamReader(stream);
        return text.ReadToEnd();
    }

    /// <summary>Every way in which a value does not fit the schema.</summary>
    /// <param name="root">The value that the schema speaks of.</param>
    public IEnumerable<Finding> Check(JsonValueSyntax root)
    {
        var results = schema.Evaluate(
            JsonSyntaxTree.ToElement(root),
            new EvaluationOptions { OutputFormat = OutputFormat.List }
        );
        return from detail in results.Details ?? []
            let pointer = detail.InstanceLocation.ToString()
            from error in detail.Errors ?? new Dictionary<string, string>()
            select new Finding(Place(root, pointer, error.Key), error.Value);
    }

    // A key that may not be there is marked itself; everything else is wrong with the value.
    private static SourceSpan Place(JsonValueSyntax root, string pointer, string keyword) =>
        keyword is "additionalProperties" or "unevaluatedProperties" or "propertyNames" or ""
        && JsonPointer.Member(root, pointer) is { } member
            ? member.Key.Span
            : JsonPointer.Follow(root, pointer).Span;
}
