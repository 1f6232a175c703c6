using System.Text.Json;
using Json.Schema.Values;

namespace Json.Schema.Building;

/// <summary>From the URI in <c>$schema</c> to what the keywords mean.</summary>
internal static class DialectFinder
{
    private static readonly Dialect[] Known = [Dialect.Draft07, Dialect.Draft201909, Dialect.Draft202012];

    /// <summary>One of the known dialects, or that of a registered metaschema; null where the URI is not known.</summary>
    public static Dialect? Find(Uri uri, SchemaRegistry registry)
    {
        var key = SchemaUri.Key(uri);
        foreach (var dialect in Known)
        {
            if (SchemaUri.Key(dialect.Id) == key)
            {
                return dialect;
            }
        }

        return registry.Find(key) is { } metaschema ? FromMetaschema(uri, metaschema) : null;
    }

    private static Dialect FromMetaschema(Uri uri, SchemaResource metaschema)
    {
        var source = metaschema.RootNode.Source;
        var vocabulary = default(JsonElement);
        var hasVocabulary =
            source.ValueKind == JsonValueKind.Object
            && JsonMember.TryFind(source, "$vocabulary", out vocabulary)
            && vocabulary.ValueKind == JsonValueKind.Object;
        var vocabularies = hasVocabulary ? VocabularyReader.Read(vocabulary, uri) : metaschema.Dialect.Vocabularies;
        return new Dialect(uri, metaschema.Dialect.Draft, vocabularies);
    }
}
