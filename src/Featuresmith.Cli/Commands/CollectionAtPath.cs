using Featuresmith.Diagnostics;
using Featuresmith.Validation;

namespace Featuresmith.Cli.Commands;

/// <summary>Reads the collection that a verb's PATH names, the same for every verb that looks at a whole collection.</summary>
internal static class CollectionAtPath
{
    /// <summary>Reads it.</summary>
    /// <returns>Where it is, what is in it, and what the JSON reader found.</returns>
    /// <exception cref="UsageException">The path holds no Feature.</exception>
    public static (CollectionFolder Target, FeatureCollection Collection, DiagnosticBag Bag) Read(string path)
    {
        var target =
            CollectionFolder.Find(path)
            ?? throw new UsageException(
                $"{path} holds no Feature: no {FeatureFolder.MetadataName} in it, in its folders, in src/ or in features/src/"
            );
        var bag = new DiagnosticBag();
        return (target, new FeatureFolderReader(CommonOptions.Show).ReadCollection(target.Sources, bag), bag);
    }

    /// <summary>The Features that are meant: the one that the path names and those that flags name; none for all.</summary>
    /// <exception cref="UsageException">There is no such Feature.</exception>
    public static IReadOnlyList<string> Chosen(
        CollectionFolder target,
        FeatureCollection collection,
        IReadOnlyList<string> ids
    )
    {
        List<string> chosen = target.Only is { } only ? [only, .. ids] : [.. ids];
        var known = collection.Features.Select(feature => feature.Name).ToList();
        var unknown = chosen.Except(known).ToList();
        return unknown.Count == 0
            ? chosen
            : throw new UsageException(
                $"there is no Feature {string.Join(", ", unknown)}; there are {string.Join(", ", known)}"
            );
    }
}
