using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Smoke;

/// <summary>A Feature that differs from what it was at a revision and still bears that version.</summary>
/// <param name="Feature">Its id.</param>
/// <param name="Version">The version, then and now.</param>
/// <param name="Files">What differs, below features/, sorted.</param>
public sealed record StaleVersion(string Feature, string Version, IReadOnlyList<string> Files)
{
    /// <summary>Finds them: a published version never changes (specification, "Versioning"), so a difference needs a new one.</summary>
    /// <param name="root">The repository's root.</param>
    /// <param name="revision">A commit, branch or tag: the last release.</param>
    /// <param name="definitions">The Features as they are defined now.</param>
    /// <param name="drift">Paths below features/ that rendering them would change in the working tree.</param>
    /// <param name="cancellation">Ends git.</param>
    /// <exception cref="EnvironmentLackException">There is no git, or it does not know the revision.</exception>
    public static async Task<IReadOnlyList<StaleVersion>> FindAsync(
        string root,
        string revision,
        IEnumerable<FeatureDefinition> definitions,
        IEnumerable<string> drift,
        CancellationToken cancellation
    )
    {
        // What differs from the working tree differs from the revision, but for what a change to and fro makes: then the
        // working tree drifts, which "generate" mends first.
        var changed = (await GitChanges.SinceAsync(root, revision, cancellation))
            .Where(file => file.StartsWith("features/", StringComparison.Ordinal))
            .Select(file => file["features/".Length..])
            .Concat(drift)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        var stale = new List<StaleVersion>();
        foreach (var feature in definitions)
        {
            var files = changed
                .Where(file => file.StartsWith($"src/{feature.FolderName}/", StringComparison.Ordinal))
                .ToList();
            if (
                files.Count > 0
                && feature.Metadata.Version?.Value is { } version
                && await VersionAtAsync(root, revision, feature, cancellation) == version
            )
            {
                stale.Add(new StaleVersion(feature.FolderName, version, files));
            }
        }

        return stale;
    }

    // Null where the Feature was not there.
    private static async Task<string?> VersionAtAsync(
        string root,
        string revision,
        FeatureDefinition feature,
        CancellationToken cancellation
    )
    {
        var path = $"features/src/{feature.FolderName}/devcontainer-feature.json";
        return await GitChanges.TextAtAsync(root, revision, path, cancellation) is { } text
            ? JsonSyntaxTree.Parse(new SourceText(path, text), new DiagnosticBag()).RootObject?.String("version")?.Value
            : null;
    }
}
