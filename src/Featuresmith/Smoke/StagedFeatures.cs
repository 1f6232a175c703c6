using System.Text.Json.Nodes;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Smoke;

/// <summary>
/// Copies the Features of a case into its workspace so that nothing of the collection is looked for in a registry: what
/// they depend on comes from the working tree too, and "installsAfter" becomes an order.
/// </summary>
internal static class StagedFeatures
{
    /// <summary>Copies the Features and rewrites the configuration to name the copies.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="configuration">The devcontainer.json; changed in place.</param>
    /// <param name="folder">The folder that devcontainer.json will lie in.</param>
    /// <exception cref="IOException">Something cannot be read or written.</exception>
    public static void Stage(SmokeCollection collection, JsonObject configuration, string folder)
    {
        var ids = LocalFeatures.Closure(collection, configuration);
        var copies = ids.ToDictionary(id => id);
        foreach (
            var id in ids.Where(id =>
                configuration["features"]!.AsObject().ContainsKey(DuplicateScenario.SecondName(id))
            )
        )
        {
            copies.TryAdd(DuplicateScenario.SecondName(id), id);
        }

        foreach (var (name, id) in copies)
        {
            FolderCopy.Copy(Path.Combine(collection.Sources, id), Path.Combine(folder, name));
            RewriteMetadata(collection, Path.Combine(folder, name, "devcontainer-feature.json"));
        }

        var staged = new JsonObject();
        foreach (var (key, options) in (JsonObject?)configuration["features"] ?? [])
        {
            staged[copies.ContainsKey(key) ? $"./{key}" : key] = options?.DeepClone();
        }

        configuration["features"] = staged;
        if (!configuration.ContainsKey("overrideFeatureInstallOrder") && Order(collection, ids) is { } order)
        {
            configuration["overrideFeatureInstallOrder"] = new JsonArray([.. order.Select(id => (JsonNode)$"./{id}")]);
        }
    }

    // The CLI asks a registry for every entry of installsAfter, for local Features too (containerFeaturesOrder.ts), so
    // nothing could be tested without a network; and a dependency would be tested as it was published, not as it is.
    private static void RewriteMetadata(SmokeCollection collection, string file)
    {
        var tree = JsonSyntaxTree.Parse(SourceText.Read(file), new DiagnosticBag());
        if (tree.RootObject?["installsAfter"] is null && tree.RootObject?["dependsOn"] is null)
        {
            return;
        }

        var metadata = JsonNode.Parse(JsonSyntaxTree.ToElement(tree.RootObject).GetRawText())!.AsObject();
        metadata.Remove("installsAfter");
        if (metadata["dependsOn"] is JsonObject dependencies)
        {
            var local = new JsonObject();
            foreach (var (reference, options) in dependencies)
            {
                local[collection.Resolve(reference) is { } id ? $"./{id}" : reference] = options?.DeepClone();
            }

            metadata["dependsOn"] = local;
        }

        File.WriteAllText(file, metadata.ToJsonString());
    }

    // Null where no Feature of the case asks to come after another one of it.
    private static List<string>? Order(SmokeCollection collection, IReadOnlyList<string> ids)
    {
        var after = ids.ToDictionary(
            id => id,
            id => LocalFeatures.InstallsAfter(collection, id).Select(collection.Resolve).Where(ids.Contains!).ToList()
        );
        if (after.Values.All(earlier => earlier.Count == 0))
        {
            return null;
        }

        var order = new List<string>();
        while (order.Count < ids.Count)
        {
            // In a circle nobody is first; the CLI then decides, and says what it thinks of circles.
            var next = ids.FirstOrDefault(id => !order.Contains(id) && after[id].All(order.Contains!));
            if (next is null)
            {
                return null;
            }

            order.Add(next);
        }

        return order;
    }
}
