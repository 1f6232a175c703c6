using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Validation;

namespace Featuresmith.Cli.Commands;

/// <summary>The Features that "explain" knows: those defined in the repository around a folder, or the collection in it.</summary>
internal sealed class ExplainedFeatures
{
    private readonly List<(FeatureMetadata Metadata, FeatureDefinition? Definition)> known = [];

    /// <param name="folder">Where to look.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public ExplainedFeatures(string folder)
    {
        // What is wrong with a Feature is said by "validate"; here its page is wanted.
        var bag = new DiagnosticBag();
        if (CollectionRepository.Find(folder) is { } repository)
        {
            known.AddRange(
                from definition in repository.DefinitionFolders()
                let file = Path.Combine(definition, FeatureDefinitionReader.FileName)
                let read = FeatureDefinitionReader.Read(SourceText.Read(file), definition, bag)
                where read is not null
                select (read.Metadata, (FeatureDefinition?)read)
            );
        }

        var collection = ValidationTarget.Read(folder, new FeatureFolderReader(CommonOptions.Show), bag);
        known.AddRange(
            from feature in collection?.Features ?? []
            where
                feature.Metadata is not null
                && known.All(other => other.Metadata.Id?.Value != feature.Metadata.Id?.Value)
            select (feature.Metadata, (FeatureDefinition?)null)
        );
    }

    /// <summary>Every name that has a page: "feature" and "feature.option".</summary>
    public IEnumerable<string> Names() =>
        from feature in known
        let id = feature.Metadata.Id?.Value
        where id is not null
        from name in feature.Metadata.Options.Select(option => $"{id}.{option.Id.Value}").Prepend(id)
        select name;

    /// <summary>The page of a Feature or an option; null where nothing has that name.</summary>
    public string? Page(string name)
    {
        foreach (var (metadata, definition) in known.Where(feature => feature.Metadata.Id is not null))
        {
            var page = new FeaturePage(metadata, definition);
            if (name == metadata.Id!.Value)
            {
                return page.Feature();
            }

            // An id may have a dot itself, so that what stands behind the whole id is the option.
            var option = name.StartsWith(metadata.Id.Value + ".", StringComparison.Ordinal)
                ? metadata.Option(name[(metadata.Id.Value.Length + 1)..])
                : null;
            if (option is not null)
            {
                return page.Option(option);
            }
        }

        return null;
    }
}
