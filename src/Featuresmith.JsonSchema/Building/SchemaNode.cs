using System.Runtime.CompilerServices;
using System.Text.Json;
using Json.Schema.Keywords;

namespace Json.Schema.Building;

/// <summary>One compiled subschema: for each kind of value the keywords that have a say.</summary>
internal sealed class SchemaNode
{
    private const int Kinds = (int)JsonValueKind.Null + 1;

    private readonly string pointer;
    private readonly Keyword[][] keywords = new Keyword[Kinds][];
    private int tracks;

    private SchemaNode(JsonElement source, SchemaResource resource, string pointer)
    {
        Source = source;
        Resource = resource;
        this.pointer = pointer;
        IsFalse = source.ValueKind == JsonValueKind.False;
        Array.Fill(keywords, []);
    }

    /// <summary>The schema as it was written.</summary>
    public JsonElement Source { get; }

    public SchemaResource Resource { get; }

    public Uri Location => Resource.LocationOf(pointer);

    /// <summary>Every keyword once.</summary>
    public IReadOnlyList<Keyword> AllKeywords { get; private set; } = [];

    /// <summary>Whether the schema is <c>false</c>.</summary>
    public bool IsFalse { get; }

    /// <summary>Compiles a schema and, by way of its keywords, all under it.</summary>
    /// <param name="source">The schema as it was written.</param>
    /// <param name="resource">The resource that it belongs to.</param>
    /// <param name="pointer">Its place in the document.</param>
    /// <param name="nodes">Where it is filed before its keywords are compiled, so that a circle finds it.</param>
    public static SchemaNode Compile(
        JsonElement source,
        SchemaResource resource,
        string pointer,
        Dictionary<string, SchemaNode> nodes
    )
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var node = new SchemaNode(source, resource, pointer);
        nodes[pointer] = node;
        switch (source.ValueKind)
        {
            case JsonValueKind.True:
                break;
            case JsonValueKind.False:
                Array.Fill(node.keywords, [new FalseKeyword()]);
                break;
            case JsonValueKind.Object:
                node.Sort(KeywordCatalog.Build(new KeywordSource(source, resource, pointer)));
                break;
            default:
                throw new JsonSchemaException(node.Location, "a schema must be an object or a boolean");
        }

        return node;
    }

    /// <summary>The keywords that have a say over a kind of value; none means that all such values pass.</summary>
    public Keyword[] KeywordsFor(JsonValueKind kind) => keywords[(int)kind];

    /// <summary>Whether a keyword of this schema asks what the others have evaluated in a value of this kind.</summary>
    public bool Tracks(JsonValueKind kind) => (tracks & (1 << (int)kind)) != 0;

    /// <summary>What a failing keyword asked for, in words that follow "must be"; null where that cannot be said so.</summary>
    public string? Expectation(string keyword) => AllKeywords.FirstOrDefault(one => one.Name == keyword)?.Expectation;

    private void Sort(List<Keyword> all)
    {
        AllKeywords = all;
        for (var kind = (int)JsonValueKind.Object; kind < Kinds; kind++)
        {
            tracks |= all.Any(keyword => keyword.Tracks((JsonValueKind)kind)) ? 1 << kind : 0;
            keywords[kind] =
            [
                .. all.Where(keyword => keyword.AppliesTo((JsonValueKind)kind)).OrderBy(keyword => keyword.Rank),
            ];
        }
    }
}
