using System.Text.Json.Nodes;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Smoke;

/// <summary>Which Features of the working tree a container gets, and what they say of each other.</summary>
internal static class LocalFeatures
{
    /// <summary>The Features of the collection that a configuration names and those that they depend on, sorted.</summary>
    /// <exception cref="IOException">A Feature's metadata cannot be read.</exception>
    public static IReadOnlyList<string> Closure(SmokeCollection collection, JsonObject configuration)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(Named(configuration).Where(collection.HasFeature));
        while (open.TryPop(out var id))
        {
            if (found.Add(id))
            {
                DependsOn(collection, id).Select(collection.Resolve).OfType<string>().ToList().ForEach(open.Push);
            }
        }

        return [.. found];
    }

    /// <summary>The keys under "features"; those without a slash mean Features of the collection.</summary>
    public static IEnumerable<string> Named(JsonObject configuration) =>
        ((JsonObject?)configuration["features"] ?? []).Select(feature => feature.Key);

    /// <summary>The references under "dependsOn" of a Feature.</summary>
    public static IEnumerable<string> DependsOn(SmokeCollection collection, string id) =>
        Metadata(collection, id)?.Object("dependsOn")?.Members.Select(member => member.Key.Value) ?? [];

    /// <summary>The references under "installsAfter" of a Feature.</summary>
    public static IEnumerable<string> InstallsAfter(SmokeCollection collection, string id) =>
        Metadata(collection, id)?.Strings("installsAfter")?.Select(entry => entry.Value) ?? [];

    private static JsonObjectSyntax? Metadata(SmokeCollection collection, string id)
    {
        var file = Path.Combine(collection.Sources, id, "devcontainer-feature.json");
        return File.Exists(file) ? JsonSyntaxTree.Parse(SourceText.Read(file), new DiagnosticBag()).RootObject : null;
    }
}
