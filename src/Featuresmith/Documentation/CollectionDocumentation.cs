using System.Text;
using Featuresmith.Rendering;
using Featuresmith.Validation;

namespace Featuresmith.Documentation;

/// <summary>The pages about a collection, ours or anybody's in the standard layout.</summary>
/// <param name="collection">The collection.</param>
/// <param name="place">Where it is published.</param>
/// <param name="results">What its smoke tests gave.</param>
public sealed class CollectionDocumentation(FeatureCollection collection, PublishedPlace place, TestResults results)
{
    /// <summary>The Features whose metadata can be read, in the collection's order.</summary>
    public IReadOnlyList<DocumentedFeature> Features { get; } =
    [
        .. from feature in collection.Features
        where feature.Metadata is not null
        select new DocumentedFeature(
            feature,
            feature.Metadata!,
            place,
            results.Of(feature.Name, collection.Tests.FirstOrDefault(test => test.Name == feature.Name)),
            ConflictsOf(collection, feature)
        ),
    ];

    /// <summary>README.md of Features, with paths from the folder that holds them.</summary>
    /// <param name="ids">The folders' names; empty for all.</param>
    public IReadOnlyList<RenderedFile> Readmes(IReadOnlyCollection<string> ids) =>
        [
            .. from feature in Features
            where ids.Count == 0 || ids.Contains(feature.Folder.Name)
            select Page(
                $"{feature.Folder.Name}/{FeatureReadme.FileName}",
                FeatureReadme.Text(feature),
                feature.Folder.Tree.Source.Path
            ),
        ];

    /// <summary>The Features whose README.md somebody wrote by hand, so that writing ours would lose it.</summary>
    public IReadOnlyList<FeatureFile> WrittenByHand(IReadOnlyCollection<string> ids) =>
        [
            .. from feature in Features
            where ids.Count == 0 || ids.Contains(feature.Folder.Name)
            from file in feature.Folder.Files
            where file.Path == FeatureReadme.FileName && !FeatureReadme.IsGenerated(file.Source.Text)
            select file,
        ];

    /// <summary>A page of text as a file.</summary>
    public static RenderedFile Page(string path, string text, string origin) =>
        new(path, Encoding.UTF8.GetBytes(text), IsExecutable: false, origin);

    private static IReadOnlyList<(string Feature, string? Reason)> ConflictsOf(
        FeatureCollection collection,
        FeatureFolder feature
    )
    {
        var own =
            from definition in collection.Definitions
            where definition.FolderName == feature.Name
            from conflict in definition.Conflicts
            select (conflict.Feature.Value, conflict.Reason?.Value);
        // A conflict holds both ways, whoever wrote it down.
        var others =
            from definition in collection.Definitions
            from conflict in definition.Conflicts
            where conflict.Feature.Value == feature.Name
            select (definition.FolderName, conflict.Reason?.Value);
        return
        [
            .. own.Concat(others)
                .DistinctBy(conflict => conflict.Item1)
                .OrderBy(conflict => conflict.Item1, StringComparer.Ordinal),
        ];
    }
}
