using System.Collections.Concurrent;

namespace Json.Schema.Building;

/// <summary>A schema with a URI of its own: a document's root, or a subschema that has <c>$id</c>.</summary>
internal sealed class SchemaResource(SchemaDocument document, Uri baseUri, string pointer, Dialect dialect)
{
    // Asked at each $dynamicRef, where the document's own lock would be felt.
    private readonly ConcurrentDictionary<string, SchemaNode> anchored = new(StringComparer.Ordinal);

    public SchemaDocument Document { get; } = document;

    public Uri BaseUri { get; } = baseUri;

    /// <summary>The base URI without fragment.</summary>
    public string Key { get; } = SchemaUri.Key(baseUri);

    /// <summary>Where in the document it begins.</summary>
    public string Pointer { get; } = pointer;

    public Dialect Dialect { get; } = dialect;

    /// <summary>Names given by <c>$anchor</c>, <c>$dynamicAnchor</c> or draft-07's <c>"$id": "#name"</c>, and their pointers in the document.</summary>
    public Dictionary<string, string> Anchors { get; } = new(StringComparer.Ordinal);

    /// <summary>The anchors that <c>$dynamicRef</c> may choose among at run time.</summary>
    public HashSet<string> DynamicAnchors { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether <c>$recursiveAnchor</c> (2019-09) is true at its root.</summary>
    public bool IsRecursiveAnchor { get; set; }

    public SchemaNode RootNode => field ??= Document.NodeAt(Pointer);

    /// <summary>The subschema that an anchor names, or null.</summary>
    public SchemaNode? FindAnchor(string name) =>
        anchored.TryGetValue(name, out var known) ? known
        : Anchors.TryGetValue(name, out var pointer) ? anchored.GetOrAdd(name, Document.NodeAt(pointer))
        : null;

    /// <summary>The place of a pointer counted from the resource's own root.</summary>
    public Uri LocationOf(string documentPointer) =>
        SchemaUri.WithPointer(Key, documentPointer[Math.Min(Pointer.Length, documentPointer.Length)..]);
}
