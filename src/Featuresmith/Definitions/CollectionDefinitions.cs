using Featuresmith.Diagnostics;
using Featuresmith.Sources;

namespace Featuresmith.Definitions;

/// <summary>Everything that people wrote about a collection.</summary>
/// <param name="Settings">features/collection.jsonc; null where it holds no object.</param>
/// <param name="Features">The definitions that could be read, sorted by folder.</param>
public sealed record CollectionDefinitions(CollectionSettings? Settings, IReadOnlyList<FeatureDefinition> Features)
{
    /// <summary>Reads the settings and the definitions of a repository.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="folders">The template folders to read.</param>
    /// <param name="bag">Receives every mistake in every file.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static CollectionDefinitions Read(
        CollectionRepository repository,
        IEnumerable<string> folders,
        DiagnosticBag bag
    )
    {
        var settings = CollectionSettings.Read(ReadText(repository, repository.SettingsFile), bag);
        var features = folders.Select(folder => ReadFeature(repository, folder, bag)).OfType<FeatureDefinition>();
        if (settings is null)
        {
            return new(null, [.. features]);
        }

        var siblings = new SiblingReferences(repository, settings);
        return new(settings, [.. features.Select(feature => siblings.Resolve(feature, bag))]);
    }

    private static FeatureDefinition? ReadFeature(CollectionRepository repository, string folder, DiagnosticBag bag) =>
        FeatureDefinitionReader.Read(
            ReadText(repository, Path.Combine(folder, FeatureDefinitionReader.FileName)),
            folder,
            bag
        );

    private static SourceText ReadText(CollectionRepository repository, string file) =>
        SourceText.Read(file, repository.Show(file));
}
