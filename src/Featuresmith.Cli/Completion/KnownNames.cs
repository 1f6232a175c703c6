using Featuresmith.Definitions;
using Featuresmith.Validation;

namespace Featuresmith.Cli.Completion;

/// <summary>Names that can be completed. What cannot be read is not there: a key was pressed, and nobody reads an error.</summary>
internal static class KnownNames
{
    /// <summary>The Features of the collection around the current folder: those defined, and those that lie there.</summary>
    public static IEnumerable<string> Features()
    {
        try
        {
            var here = Directory.GetCurrentDirectory();
            var defined = CollectionRepository.Find(here)?.DefinitionFolders().Select(Path.GetFileName) ?? [];
            var found = CollectionFolder.Find(CollectionRepository.Find(here)?.Root ?? here) is { } collection
                ? FeatureFolderReader.FeatureFoldersIn(collection.Sources).Select(Path.GetFileName)
                : [];
            return [.. defined.Concat(found).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>The codes and names of the rules.</summary>
    public static IEnumerable<string> Rules() => RuleCatalog.All.SelectMany(rule => new[] { rule.Id.Value, rule.Name });
}
