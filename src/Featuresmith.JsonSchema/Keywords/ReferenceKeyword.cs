using System.Text.Json;
using Json.Schema.Values;

namespace Json.Schema.Keywords;

/// <summary><c>$ref</c> (2020-12 core, section 8.2.3.1), and what <c>$dynamicRef</c> and <c>$recursiveRef</c> share with it.</summary>
internal class ReferenceKeyword : Keyword
{
    private readonly KeywordSource source;
    private readonly string reference;
    private readonly string path;
    private Subschema? applied;

    protected ReferenceKeyword(KeywordSource source, string name)
        : base(name)
    {
        this.source = source;
        reference = JsonText.Read(source.Find(name, JsonValueKind.String, "a URI reference")!.Value);
        path = $"/{name}";
        var mark = reference.IndexOf('#', StringComparison.Ordinal);
        Fragment = mark < 0 ? "" : Uri.UnescapeDataString(reference[(mark + 1)..]);
        source.Resource.Document.AddReference(this);
    }

    /// <summary>Where it leads; null until it is bound.</summary>
    public SchemaNode? Target { get; private set; }

    public override IEnumerable<SchemaNode> AppliedInPlace => Target is null ? [] : [Target];

    /// <summary>The part after <c>#</c>, percent-decoded.</summary>
    protected string Fragment { get; }

    public static ReferenceKeyword? Build(KeywordSource source) =>
        source.Find("$ref") is null ? null : new ReferenceKeyword(source, "$ref");

    public override bool AppliesTo(JsonValueKind kind) => true;

    /// <summary>Finds where the reference leads.</summary>
    /// <param name="isFinal">Whether a document that nobody knows is an error already.</param>
    /// <exception cref="RefResolutionException">It leads nowhere.</exception>
    public void Bind(bool isFinal)
    {
        if (Target is not null)
        {
            return;
        }

        var mark = reference.IndexOf('#', StringComparison.Ordinal);
        var address = SchemaUri.Resolve(source.Resource.BaseUri, mark < 0 ? reference : reference[..mark]);
        var resource =
            mark == 0 ? source.Resource
            : address is null ? null
            : source.Resource.Document.FindResource(SchemaUri.Key(address));
        if (resource is null)
        {
            Target = isFinal
                ? throw Fault($"leads to {address}, a document that was not registered beforehand (nothing is fetched)")
                : null;
            return;
        }

        Target = FindIn(resource) ?? throw Fault($"leads nowhere: {resource.Key} has no \"#{Fragment}\"");
    }

    public override bool Evaluate(JsonElement instance, EvaluationRun run, EvaluatedSet? noted)
    {
        var node = Choose(run);
        // Kept, because nearly always the same one is chosen again.
        if (applied is not { } last || last.Node != node)
        {
            applied = last = new Subschema(node, path);
        }

        return run.Apply(last, instance, noted);
    }

    /// <summary>The schema that is applied.</summary>
    protected virtual SchemaNode Choose(EvaluationRun run) => Target!;

    private SchemaNode? FindIn(SchemaResource resource)
    {
        if (Fragment.Length == 0)
        {
            return resource.RootNode;
        }

        if (Fragment[0] != '/')
        {
            return resource.FindAnchor(Fragment);
        }

        try
        {
            return resource.Document.NodeAt(resource.Pointer + Fragment);
        }
        catch (Exception exception) when (exception is KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    private RefResolutionException Fault(string problem) =>
        new(source.LocationOf(Name), $"{Name} \"{reference}\" {problem}");
}
