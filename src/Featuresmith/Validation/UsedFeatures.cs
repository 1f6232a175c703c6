using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Validation;

/// <summary>The Features on disk that a devcontainer.json asks for, as a collection that its rules can look at.</summary>
public static class UsedFeatures
{
    /// <summary>
    /// Reads the Features that a devcontainer.json names by a relative path and, in the repository of a collection, those that
    /// it names as published there. Others are not looked up.
    /// </summary>
    /// <param name="file">The text of devcontainer.json.</param>
    /// <param name="folder">The folder that it lies in, which relative references start from.</param>
    /// <param name="reader">Reads the folders.</param>
    /// <param name="bag">Receives what the JSON reader finds in their metadata.</param>
    /// <returns>The Features, with the devcontainer.json as the one configuration.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static FeatureCollection By(
        JsonSyntaxTree file,
        string folder,
        FeatureFolderReader reader,
        DiagnosticBag bag
    )
    {
        var name = new Located<string>(Path.GetFileName(file.Source.Path), file.Source.Span(0, 0));
        var configuration = new FeatureConfiguration(name, file.RootObject);
        var repository = CollectionRepository.Find(folder);
        var sources = repository is null ? null : Path.Combine(repository.Features, FolderFiles.SourcesName);
        var owner = repository is null ? null : Namespace(repository);
        var folders =
            from request in configuration.Requests
            let reference = FeatureReference.Parse(request.Reference.Value)
            let feature = reference.IsRelative ? Path.GetFullPath(Path.Combine(folder, reference.Unversioned))
            : sources is not null && owner is not null && reference.Namespace == owner
                ? Path.Combine(sources, reference.Id)
            : null
            where feature is not null && FeatureFolderReader.IsFeatureFolder(feature)
            select Path.TrimEndingDirectorySeparator(feature);
        return new FeatureCollection(folder, [.. folders.Distinct().Select(feature => reader.Read(feature, bag))])
        {
            Configurations = [configuration],
            Namespace = owner,
            Definitions = DefinitionsBeside.Of(sources ?? folder),
        };
    }

    // What is wrong with the settings is said where the collection is checked.
    private static string? Namespace(CollectionRepository repository) =>
        CollectionSettings
            .Read(SourceText.Read(repository.SettingsFile, repository.Show(repository.SettingsFile)), [])
            ?.Namespace?.Value;
}
