using Featuresmith.Definitions;

namespace Featuresmith.Smoke;

/// <summary>A collection in the standard layout: src/&lt;id&gt; and test/&lt;id&gt;.</summary>
/// <param name="Root">The folder that holds src and test, absolute.</param>
public sealed record SmokeCollection(string Root)
{
    /// <summary>The Features.</summary>
    public string Sources => Path.Combine(Root, "src");

    /// <summary>Their tests.</summary>
    public string Tests => Path.Combine(Root, "test");

    /// <summary>The Features that have tests, sorted. "_global" is no Feature.</summary>
    public IReadOnlyList<string> TestedFeatures() =>
        [
            .. Directory
                .EnumerateDirectories(Tests)
                .Select(folder => Path.GetFileName(folder))
                .Where(id => id != "_global" && HasFeature(id))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Whether the collection has a Feature of this id.</summary>
    public bool HasFeature(string id) => Directory.Exists(Path.Combine(Sources, id));

    /// <summary>Finds a collection at a folder, or below its folder "features".</summary>
    /// <returns>The collection, or null where there are no src and test.</returns>
    public static SmokeCollection? Find(string folder) =>
        new[] { Path.Combine(folder, CollectionRepository.FeaturesName), folder }
            .Select(root => new SmokeCollection(Path.GetFullPath(root)))
            .FirstOrDefault(collection => Directory.Exists(collection.Sources) && Directory.Exists(collection.Tests));
}
