using System.Collections.Concurrent;

namespace Json.Schema;

/// <summary>
/// The documents that references may lead to, filled beforehand or by <see cref="Fetch"/>: nothing comes from the network.
/// What a registry lacks it looks up in <see cref="Global"/>, and that one among the metaschemas.
/// </summary>
public sealed class SchemaRegistry
{
    private readonly ConcurrentDictionary<string, SchemaResource> resources = new(StringComparer.Ordinal);

    /// <summary>The registry that all others fall back to.</summary>
    public static SchemaRegistry Global { get; } = new();

    /// <summary>Finds a document that is not registered, by the URI that it is asked for under; null where there is none.</summary>
    public Func<Uri, SchemaRegistry, JsonSchema?> Fetch { get; set; } = (_, _) => null;

    /// <summary>Makes a schema known under its own <c>$id</c>, and each resource embedded in it under that one's.</summary>
    public void Register(JsonSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        foreach (var resource in schema.Document.Resources)
        {
            resources[resource.Key] = resource;
        }
    }

    /// <summary>Makes a schema known also under the URI that it was retrieved from.</summary>
    public void Register(Uri uri, JsonSchema schema)
    {
        ArgumentNullException.ThrowIfNull(uri);
        Register(schema);
        resources[SchemaUri.Key(uri)] = schema.Document.RootResource;
    }

    /// <summary>The schema known under a URI, or null.</summary>
    public JsonSchema? Get(Uri uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        return Find(SchemaUri.Key(uri)) is { } resource ? new JsonSchema(resource) : null;
    }

    internal SchemaResource? Find(string key)
    {
        if (resources.TryGetValue(key, out var own))
        {
            return own;
        }

        if (Fetch(new Uri(key), this) is { } fetched)
        {
            Register(new Uri(key), fetched);
            return fetched.Document.RootResource;
        }

        if (this != Global)
        {
            return Global.Find(key);
        }

        if (MetaSchemas.Read(key) is { } metaschema)
        {
            Register(metaschema);
            return metaschema.Document.RootResource;
        }

        return null;
    }
}
