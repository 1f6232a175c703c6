namespace Json.Schema;

/// <summary>The schemas that describe schemas, one a dialect. They come with the library.</summary>
public static class MetaSchemas
{
    /// <summary>Draft-07.</summary>
    public static JsonSchema Draft7 => Get(Dialect.Draft07);

    /// <summary>Draft 2019-09.</summary>
    public static JsonSchema Draft201909 => Get(Dialect.Draft201909);

    /// <summary>Draft 2020-12.</summary>
    public static JsonSchema Draft202012 => Get(Dialect.Draft202012);

    /// <summary>Reads the metaschema, or the part of one, that has a URI; null where there is none.</summary>
    internal static JsonSchema? Read(string uri)
    {
        const string Drafts = "https://json-schema.org/draft/";
        var name =
            uri == "http://json-schema.org/draft-07/schema" ? "draft-07.json"
            : uri.StartsWith(Drafts, StringComparison.Ordinal) ? uri[Drafts.Length..] + ".json"
            : null;
        var stream = name is null ? null : typeof(MetaSchemas).Assembly.GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return JsonSchema.FromText(reader.ReadToEnd());
    }

    private static JsonSchema Get(Dialect dialect) => SchemaRegistry.Global.Get(dialect.Id)!;
}
