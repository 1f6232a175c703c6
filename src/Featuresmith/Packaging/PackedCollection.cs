using Featuresmith.Sources;

namespace Featuresmith.Packaging;

/// <summary>All Features of a folder after packing.</summary>
/// <param name="Features">The Features, sorted by folder.</param>
public sealed record PackedCollection(IReadOnlyList<PackedFeature> Features)
{
    /// <summary>Packs what a path names.</summary>
    /// <param name="path">A Feature's folder, a folder of Features, one with "src", or a repository with "features/src".</param>
    /// <param name="show">Turns a path into the form that messages show.</param>
    /// <returns>The collection; null where the path holds no Feature.</returns>
    /// <exception cref="PackagingException">A Feature cannot be published as it is.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static PackedCollection? Pack(string path, Func<string, string> show)
    {
        var folders = FeatureFolders(path);
        if (folders.Count == 0)
        {
            return null;
        }

        return new PackedCollection(SideBySide.Select(folders, folder => FeaturePackager.Pack(folder, show)));
    }

    /// <summary>The folders that <see cref="Pack"/> packs, sorted.</summary>
    public static IReadOnlyList<string> FeatureFolders(string path)
    {
        if (IsFeature(path))
        {
            return [Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))];
        }

        string[] candidates = [path, Path.Combine(path, "src"), Path.Combine(path, "features", "src")];
        return candidates.Select(FeaturesIn).FirstOrDefault(found => found.Count > 0) ?? [];
    }

    private static List<string> FeaturesIn(string folder) =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateDirectories(folder).Where(IsFeature).Order(StringComparer.Ordinal)]
            : [];

    private static bool IsFeature(string folder) => File.Exists(Path.Combine(folder, FeaturePackager.MetadataName));
}
