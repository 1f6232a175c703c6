using Featuresmith.Definitions;
using Featuresmith.Sources;

namespace Featuresmith.Validation;

/// <summary>The definitions of a repository; devcontainer-feature.json has no place for conflicts and comparisons.</summary>
internal static class DefinitionsBeside
{
    /// <summary>The definitions that a folder of Features is made from, sorted by folder.</summary>
    /// <param name="folder">The folder that holds the Features: features/src of a repository with definitions.</param>
    /// <returns>The definitions; none where the folder is another one.</returns>
    /// <exception cref="IOException">A definition cannot be read.</exception>
    public static IReadOnlyList<FeatureDefinition> Of(string folder)
    {
        var repository = CollectionRepository.Find(Path.GetFullPath(folder));
        var isItsCollection =
            repository is not null
            && Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))
                == Path.Combine(repository.Features, FolderFiles.SourcesName);
        // What is wrong with a definition is said where definitions are checked, so the bag is dropped.
        return isItsCollection
            ?
            [
                .. repository!
                    .DefinitionFolders()
                    .Select(definition =>
                    {
                        var file = Path.Combine(definition, FeatureDefinitionReader.FileName);
                        return FeatureDefinitionReader.Read(
                            SourceText.Read(file, repository.Show(file)),
                            definition,
                            []
                        );
                    })
                    .OfType<FeatureDefinition>(),
            ]
            : [];
    }
}
