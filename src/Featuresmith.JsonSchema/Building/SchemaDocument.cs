using System.Text.Json;
using Json.Pointer;
using Json.Schema.Keywords;

namespace Json.Schema.Building;

/// <summary>One JSON document that holds schemas: its resources, and the compiled node of each place.</summary>
internal sealed class SchemaDocument
{
    public const int MaxDepth = 512;

    // One for all documents: they refer to each other, and two gates could be waited for in both orders.
    private static readonly Lock Gate = new();

    private readonly Dictionary<string, SchemaNode> nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SchemaResource> resourcesByPlace = new(StringComparer.Ordinal);
    private readonly List<ReferenceKeyword> references = [];
    private readonly JsonElement root;
    private volatile bool isBound;

    public SchemaDocument(JsonElement root, BuildOptions options, Uri baseUri)
    {
        this.root = root;
        Options = options;
        var scanner = new ResourceScanner(this, options);
        scanner.Scan(root, baseUri);
        Resources = scanner.Resources;
        foreach (var resource in Resources)
        {
            resourcesByPlace.TryAdd(resource.Pointer, resource);
        }

        NodeAt("");
        BindReferences(isFinal: false);
    }

    public BuildOptions Options { get; }

    public List<SchemaResource> Resources { get; }

    public SchemaResource RootResource => Resources[0];

    /// <summary>The compiled schema at a pointer from the document's root.</summary>
    /// <exception cref="KeyNotFoundException">The document has no value there.</exception>
    public SchemaNode NodeAt(string pointer)
    {
        lock (Gate)
        {
            return nodes.TryGetValue(pointer, out var known) ? known : Compile(pointer, JsonPointer.Parse(pointer));
        }
    }

    /// <summary>The compiled schema at a place whose value is at hand.</summary>
    public SchemaNode NodeAt(string pointer, JsonElement value, SchemaResource within) =>
        nodes.TryGetValue(pointer, out var known)
            ? known
            : SchemaNode.Compile(value, resourcesByPlace.GetValueOrDefault(pointer, within), pointer, nodes);

    /// <summary>Remembers a reference until all documents are there.</summary>
    public void AddReference(ReferenceKeyword reference)
    {
        references.Add(reference);
        isBound = false;
    }

    /// <summary>
    /// Binds the references of this document and of all that they lead to. Cheap once done.
    /// </summary>
    /// <exception cref="RefResolutionException">One leads nowhere.</exception>
    /// <exception cref="JsonSchemaException">They go round in a circle.</exception>
    public void Bind()
    {
        if (isBound)
        {
            return;
        }

        lock (Gate)
        {
            var reached = new List<SchemaDocument> { this };
            for (var i = 0; i < reached.Count; i++)
            {
                reached[i].BindReferences(isFinal: true);
                reached.AddRange(reached[i].FindNeighbours().Except(reached).ToList());
            }

            reached.ForEach(document => document.isBound = true);
        }
    }

    /// <summary>The resource with a key: one of this document's, else one that the registry has, else null.</summary>
    public SchemaResource? FindResource(string key) =>
        Resources.Find(resource => resource.Key == key) ?? Options.SchemaRegistry.Find(key);

    private void BindReferences(bool isFinal)
    {
        // A reference may compile more of this very document, and so add to the list.
        for (var i = 0; i < references.Count; i++)
        {
            references[i].Bind(isFinal);
        }

        var finder = new CircleFinder();
        foreach (var node in nodes.Values)
        {
            finder.Visit(node);
        }
    }

    private IEnumerable<SchemaDocument> FindNeighbours() =>
        references.Select(reference => reference.Target!.Resource.Document).Distinct();

    private SchemaNode Compile(string pointer, JsonPointer parsed)
    {
        var (value, place, within) = (root, "", RootResource);
        foreach (var segment in parsed.GetSegments())
        {
            if (!JsonPointer.TryStep(value, segment, out value))
            {
                throw new KeyNotFoundException(pointer);
            }

            place += "/" + JsonPointer.Escape(segment);
            within = resourcesByPlace.GetValueOrDefault(place, within);
        }

        return NodeAt(place, value, within);
    }
}
