using Featuresmith.Definitions;

namespace Featuresmith.Smoke;

/// <summary>A collection in the standard layout: src/&lt;id&gt; and test/&lt;id&gt;.</summary>
/// <param name="Root">The folder that holds src and test, absolute.</param>
/// <param name="Namespace">The path under which the collection is published; null where it is not known.</param>
public sealed record SmokeCollection(string Root, string? Namespace = null)
{
    /// <summary>The Features.</summary>
    public string Sources => Path.Combine(Root, "src");

    /// <summary>Their tests.</summary>
    public string Tests => Path.Combine(Root, "test");

    /// <summary>The folder of scenarios that belong to no single Feature.</summary>
    public const string GlobalName = "_global";

    /// <summary>Whether there are scenarios that belong to no single Feature.</summary>
    public bool HasGlobalTests => Directory.Exists(Path.Combine(Tests, GlobalName));

    /// <summary>The Features that have tests, sorted.</summary>
    public IReadOnlyList<string> TestedFeatures() =>
        [
            .. Directory
                .EnumerateDirectories(Tests)
                .Select(folder => Path.GetFileName(folder))
                .Where(HasFeature)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Whether the collection has a Feature of this id.</summary>
    public bool HasFeature(string id) =>
        !id.StartsWith('.')
        && !id.Contains('/', StringComparison.Ordinal)
        && Directory.Exists(Path.Combine(Sources, id));

    /// <summary>
    /// The id of the collection's Feature that a reference means: "id", "./id", or "host/namespace/id" with any tag or
    /// digest. Null where it means another collection's.
    /// </summary>
    public string? Resolve(string reference)
    {
        var path = reference.Split('@')[0];
        var slash = path.LastIndexOf('/');
        var id = path[(slash + 1)..].Split(':')[0];
        var owner = slash < 0 ? "" : path[..slash];
        var ours = owner is "" or "." || (Namespace is not null && owner[(owner.IndexOf('/') + 1)..] == Namespace);
        return ours && id.Length > 0 && HasFeature(id) ? id : null;
    }

    /// <summary>Finds a collection at a folder, or below its folder "features".</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="collectionNamespace">The path under which it is published, where that is known.</param>
    /// <returns>The collection, or null where there are no src and test.</returns>
    public static SmokeCollection? Find(string folder, string? collectionNamespace = null) =>
        new[] { Path.Combine(folder, CollectionRepository.FeaturesName), folder }
            .Select(root => new SmokeCollection(Path.GetFullPath(root), collectionNamespace))
            .FirstOrDefault(collection => Directory.Exists(collection.Sources) && Directory.Exists(collection.Tests));
}
