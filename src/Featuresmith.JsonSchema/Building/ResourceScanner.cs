using System.Text.Json;
using Json.Schema.Values;

namespace Json.Schema.Building;

/// <summary>Finds every resource and anchor of a document before anything is compiled, so that references may lead forward.</summary>
internal sealed class ResourceScanner(SchemaDocument document, BuildOptions options)
{
    /// <summary>The resources found, the root's first.</summary>
    public List<SchemaResource> Resources { get; } = [];

    public void Scan(JsonElement root, Uri baseUri) => Visit(root, "", null, baseUri, options.Dialect, 0);

    private void Visit(
        JsonElement schema,
        string pointer,
        SchemaResource? within,
        Uri baseUri,
        Dialect dialect,
        int depth
    )
    {
        if (depth > SchemaDocument.MaxDepth)
        {
            throw new JsonSchemaException(
                SchemaUri.WithPointer(SchemaUri.Key(baseUri), ""),
                "the schema nests too deeply"
            );
        }

        var resource = within;
        if (schema.ValueKind == JsonValueKind.Object)
        {
            resource = Identify(schema, pointer, within, baseUri, dialect);
        }

        if (resource is null)
        {
            resource = new SchemaResource(document, baseUri, pointer, dialect);
            Resources.Add(resource);
        }

        if (schema.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var (step, subschema) in SubschemaPlaces.In(schema, resource.Dialect.Draft))
        {
            Visit(subschema, pointer + step, resource, resource.BaseUri, resource.Dialect, depth + 1);
        }
    }

    private SchemaResource? Identify(
        JsonElement schema,
        string pointer,
        SchemaResource? within,
        Uri baseUri,
        Dialect dialect
    )
    {
        var id = ReadText(schema, "$id");
        var own = within is null || id is not null ? ReadDialect(schema, baseUri, dialect) : dialect;
        if (own.RefIgnoresSiblingKeywords && JsonMember.Has(schema, "$ref"))
        {
            id = null;
        }

        var fragment = id?.IndexOf('#', StringComparison.Ordinal) ?? -1;
        var uri = fragment < 0 ? id : id![..fragment];
        var anchor = own.Draft == Draft.V7 && fragment >= 0 ? id![(fragment + 1)..] : "";
        var resource = within;
        if (within is null || uri is { Length: > 0 })
        {
            var resolved =
                SchemaUri.Resolve(baseUri, uri ?? "")
                ?? throw new JsonSchemaException(baseUri, $"$id \"{id}\" is not a URI reference");
            resource = new SchemaResource(document, resolved, pointer, own);
            Resources.Add(resource);
        }

        AddAnchors(schema, pointer, resource!, anchor);
        return resource;
    }

    private static void AddAnchors(JsonElement schema, string pointer, SchemaResource resource, string idAnchor)
    {
        if (idAnchor.Length > 0)
        {
            resource.Anchors[idAnchor] = pointer;
        }

        if (resource.Dialect.Draft >= Draft.V201909 && ReadText(schema, "$anchor") is { } anchor)
        {
            resource.Anchors[anchor] = pointer;
        }

        if (resource.Dialect.Draft >= Draft.V202012 && ReadText(schema, "$dynamicAnchor") is { } dynamic)
        {
            resource.Anchors[dynamic] = pointer;
            resource.DynamicAnchors.Add(dynamic);
        }

        if (pointer == resource.Pointer && resource.Dialect.Draft == Draft.V201909)
        {
            resource.IsRecursiveAnchor =
                JsonMember.TryFind(schema, "$recursiveAnchor", out var flag) && flag.ValueKind == JsonValueKind.True;
        }
    }

    private Dialect ReadDialect(JsonElement schema, Uri baseUri, Dialect inherited)
    {
        if (ReadText(schema, "$schema") is not { } text)
        {
            return inherited;
        }

        return
            Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && DialectFinder.Find(uri, options.SchemaRegistry) is { } found
            ? found
            : throw new JsonSchemaException(
                baseUri,
                $"$schema \"{text}\" is not known; known are {Dialect.Draft07.Id}, {Dialect.Draft201909.Id}, "
                    + $"{Dialect.Draft202012.Id} and metaschemas registered beforehand"
            );
    }

    private static string? ReadText(JsonElement schema, string keyword) =>
        JsonMember.TryFind(schema, keyword, out var value) && value.ValueKind == JsonValueKind.String
            ? JsonText.Read(value)
            : null;
}
