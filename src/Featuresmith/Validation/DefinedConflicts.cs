using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;

namespace Featuresmith.Validation;

/// <summary>The conflicts that a repository's definitions declare; devcontainer-feature.json has no place for them.</summary>
internal static class DefinedConflicts
{
    /// <summary>The conflicts by the id of the Feature that declares them.</summary>
    /// <param name="folder">The folder that holds the Features: features/src of a repository with definitions.</param>
    /// <exception cref="IOException">A definition cannot be read.</exception>
    public static ILookup<string, FeatureConflict> For(string folder)
    {
        var repository = CollectionRepository.Find(Path.GetFullPath(folder));
        var isItsCollection =
            repository is not null
            && Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))
                == Path.Combine(repository.Features, FolderFiles.SourcesName);
        return (isItsCollection ? Definitions(repository!) : [])
            .SelectMany(definition => definition.Conflicts.Select(conflict => (definition, conflict)))
            .ToLookup(pair => pair.definition.FolderName, pair => pair.conflict);
    }

    // What is wrong with a definition is said where definitions are checked, so the bag is dropped.
    private static IEnumerable<FeatureDefinition> Definitions(CollectionRepository repository) =>
        repository
            .DefinitionFolders()
            .Select(definition =>
            {
                var file = Path.Combine(definition, FeatureDefinitionReader.FileName);
                return FeatureDefinitionReader.Read(SourceText.Read(file, repository.Show(file)), definition, []);
            })
            .OfType<FeatureDefinition>();
}
