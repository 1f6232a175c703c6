using System.Text.Json.Nodes;

namespace Featuresmith.Tests.JsonSchema;

/// <summary>The keys that schemas know, to damage documents with.</summary>
internal static class SchemaKeys
{
    /// <summary>The names under every <c>properties</c> of some files, sorted.</summary>
    public static List<string> Read(IEnumerable<string> schemas)
    {
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in schemas)
        {
            Gather(JsonNode.Parse(File.ReadAllText(file)), keys);
        }

        return [.. keys];
    }

    private static void Gather(JsonNode? schema, SortedSet<string> keys)
    {
        if (schema is JsonObject members)
        {
            keys.UnionWith((members["properties"] as JsonObject ?? []).Select(property => property.Key));
        }

        var children = schema switch
        {
            JsonObject inner => inner.Select(member => member.Value),
            JsonArray items => items,
            _ => [],
        };
        foreach (var child in children)
        {
            Gather(child, keys);
        }
    }
}
