using Featuresmith.Definitions;
using Featuresmith.Diagnostics;

namespace Featuresmith.Validation;

/// <summary>Finds out what a path given to "validate" is, and reads it.</summary>
public static class ValidationTarget
{
    /// <summary>Reads the Features that a path names.</summary>
    /// <param name="path">
    /// A file of a Feature, a Feature's folder, a folder of Features, a folder with "src", or a repository with
    /// "features/src".
    /// </param>
    /// <param name="reader">Reads the folders.</param>
    /// <param name="bag">Receives what the JSON reader finds.</param>
    /// <returns>The Features; null where the path holds none.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static FeatureCollection? Read(string path, FeatureFolderReader reader, DiagnosticBag bag)
    {
        if (File.Exists(path))
        {
            return FeatureFolderAround(Path.GetFullPath(path)) is { } around ? Single(around, reader, bag) : null;
        }

        if (FeatureFolderReader.IsFeatureFolder(path))
        {
            return Single(path, reader, bag);
        }

        string[] candidates =
        [
            path,
            Path.Combine(path, "src"),
            Path.Combine(path, CollectionRepository.FeaturesName, "src"),
        ];
        return candidates
            .Where(folder => Directory.Exists(folder) && FeatureFolderReader.FeatureFoldersIn(folder).Any())
            .Select(folder => reader.ReadCollection(folder, bag))
            .FirstOrDefault();
    }

    private static string? FeatureFolderAround(string file)
    {
        var folder = Path.GetDirectoryName(file);
        while (folder is not null && !FeatureFolderReader.IsFeatureFolder(folder))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder;
    }

    private static FeatureCollection Single(string folder, FeatureFolderReader reader, DiagnosticBag bag) =>
        new(folder, [reader.Read(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)), bag)]);
}
