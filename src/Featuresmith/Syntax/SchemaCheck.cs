using System.Collections.Concurrent;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Json.Schema;

namespace Featuresmith.Syntax;

/// <summary>Checks a part of a tree against one of our schemas and puts each finding at its place in the text.</summary>
public sealed class SchemaCheck
{
    private const string Suffix = ".schema.json";
    private const string Prefix = "schemas/";
    private const string Scheme = "schema";

    private static readonly ConcurrentDictionary<string, SchemaCheck> Loaded = new(StringComparer.Ordinal);

    // One registry for all, so that one schema may refer to another by its file's name.
    private static readonly Lazy<BuildOptions> Shared = new(Open);

    private readonly JsonSchema schema;

    private SchemaCheck(JsonSchema schema) => this.schema = schema;

    /// <summary>The check for schemas/&lt;name&gt;.schema.json.</summary>
    public static SchemaCheck For(string name) =>
        Loaded.GetOrAdd(name, key => new SchemaCheck(Shared.Value.SchemaRegistry.Get(AddressOf(key))!));

    /// <summary>The text of schemas/&lt;name&gt;.schema.json, which the library carries with it.</summary>
    public static string SchemaText(string name)
    {
        var resource = Prefix + name + Suffix;
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
            let isKey = detail.EvaluationPath.ToString().Contains("/propertyNames", StringComparison.Ordinal)
            from error in detail.Errors ?? new Dictionary<string, string>()
            select new Finding(Place(root, pointer, isKey || error.Key == ""), error.Value);
    }

    // A schema is read when it is asked for: building all of them takes longer than most checks.
    private static BuildOptions Open()
    {
        var options = new BuildOptions { SchemaRegistry = new SchemaRegistry() };
        options.SchemaRegistry.Fetch = (address, _) =>
            NameOf(address) is { } name ? JsonSchema.FromText(SchemaText(name), options, address) : null;
        return options;
    }

    private static string? NameOf(Uri address)
    {
        var file = address.AbsolutePath.TrimStart('/');
        return address.Scheme == Scheme && file.EndsWith(Suffix, StringComparison.Ordinal)
            ? file[..^Suffix.Length]
            : null;
    }

    private static Uri AddressOf(string name) => new($"{Scheme}:///{name}{Suffix}");

    // A key that may not be there, or not so be called, is marked itself; everything else is wrong with the value.
    private static SourceSpan Place(JsonValueSyntax root, string pointer, bool isKey) =>
        isKey && JsonPointer.Member(root, pointer) is { } member
            ? member.Key.Span
            : JsonPointer.Follow(root, pointer).Span;
}
