using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;

namespace Featuresmith.Validation;

/// <summary>The collection that a path names, whole or one Feature of it.</summary>
/// <param name="Sources">The folder that holds the Features, absolute.</param>
/// <param name="Only">The one Feature that the path names; null where it names a collection.</param>
public sealed record CollectionFolder(string Sources, string? Only)
{
    /// <summary>The folder of the whole collection: what "src" lies in, or the Features' own where they lie elsewhere.</summary>
    public string Root =>
        Path.GetFileName(Sources) == FolderFiles.SourcesName ? Path.GetDirectoryName(Sources)! : Sources;

    /// <summary>The repository whose definitions make this collection; null for a collection that people write.</summary>
    public CollectionRepository? Repository =>
        CollectionRepository.Find(Sources) is { } repository
        && Path.Combine(repository.Features, FolderFiles.SourcesName) == Sources
            ? repository
            : null;

    /// <summary>Finds out what a path is.</summary>
    /// <param name="path">A Feature's folder, a folder of Features, a folder with "src", or a repository with "features/src".</param>
    /// <returns>The collection; null where the path holds no Feature.</returns>
    /// <exception cref="IOException">A folder cannot be read.</exception>
    public static CollectionFolder? Find(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (FeatureFolderReader.IsFeatureFolder(full) && Path.GetDirectoryName(full) is { } parent)
        {
            return new(parent, Path.GetFileName(full));
        }

        string[] candidates =
        [
            full,
            Path.Combine(full, FolderFiles.SourcesName),
            Path.Combine(full, CollectionRepository.FeaturesName, FolderFiles.SourcesName),
        ];
        return candidates
            .Where(folder => Directory.Exists(folder) && FeatureFolderReader.FeatureFoldersIn(folder).Any())
            .Select(folder => new CollectionFolder(folder, null))
            .FirstOrDefault();
    }

    /// <summary>features/collection.jsonc; null where there is none.</summary>
    /// <param name="show">Turns a path into the form that messages show.</param>
    /// <param name="bag">Receives every mistake in it.</param>
    public CollectionSettings? Settings(Func<string, string> show, DiagnosticBag bag) =>
        CollectionRepository.Find(Sources) is { } repository
            ? CollectionSettings.Read(SourceText.Read(repository.SettingsFile, show(repository.SettingsFile)), bag)
            : null;
}
