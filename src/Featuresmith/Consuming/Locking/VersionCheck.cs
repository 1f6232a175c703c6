using System.Globalization;
using Featuresmith.Definitions;
using Featuresmith.Publishing;
using Featuresmith.Syntax;

namespace Featuresmith.Consuming.Locking;

/// <summary>Finds out which Features of a devcontainer.json have newer versions.</summary>
/// <param name="sources">Where Features are read.</param>
/// <param name="locked">What is locked.</param>
public sealed class VersionCheck(FeatureSources sources, LockFile locked)
{
    /// <summary>The status of each Feature that a registry holds, in the order of the file. Folders and archives have no versions.</summary>
    /// <param name="configuration">The outermost object of the devcontainer.json.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="RegistryException">A registry refused or failed.</exception>
    public Task<IReadOnlyList<VersionStatus>> CheckAsync(
        JsonObjectSyntax configuration,
        CancellationToken cancellation
    ) =>
        sources.EachAsync(
            from wanted in WantedFeature.Of(configuration)
            let reference = RepositoryReference.TryParse(wanted.Id)
            where reference is not null
            select (wanted.Id, Reference: reference),
            asked => CheckAsync(asked.Id, asked.Reference, cancellation)
        );

    /// <summary>The newest version that a tag means.</summary>
    /// <param name="tag">"latest", or a version or the beginning of one.</param>
    /// <param name="newestFirst">The versions that there are.</param>
    /// <returns>The version; null where the tag means none of them.</returns>
    public static SemanticVersion? Newest(string tag, IReadOnlyList<SemanticVersion> newestFirst) =>
        tag == "latest"
            ? newestFirst is [var newest, ..]
                ? newest
                : null
            // A prerelease is only meant by whoever names it (node-semver, "Prerelease Tags").
            : newestFirst.FirstOrDefault(version =>
                version.ToString() == tag || (!version.IsPrerelease && IsBeginning(tag, version.ToString()))
            );

    private async Task<VersionStatus> CheckAsync(
        string id,
        RepositoryReference reference,
        CancellationToken cancellation
    )
    {
        var source = sources.Open(reference.Host);
        var versions = (await source.TagsAsync(reference.Repository, cancellation))
            .Select(SemanticVersion.TryParse)
            .OfType<SemanticVersion>()
            .OrderDescending()
            .ToList();
        var current = locked.Find(id)?.Version;
        var wanted = reference.Tag is not null
            ? Newest(reference.Tag, versions)?.ToString()
            : current ?? await VersionOfAsync(source, reference, cancellation);
        return new VersionStatus(id, current ?? wanted, wanted, Newest("latest", versions)?.ToString());
    }

    private static async Task<string?> VersionOfAsync(
        IArtifactSource source,
        RepositoryReference reference,
        CancellationToken cancellation
    )
    {
        var feature = await PublishedFeature.ReadAsync(source, reference.Repository, reference.Digest!, cancellation);
        return feature?.Metadata.Version?.Value;
    }

    private static bool IsBeginning(string tag, string version) =>
        tag.Split('.').All(part => part.Length > 0 && part.All(char.IsAsciiDigit))
        && (
            version == tag
            || version.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{tag}."), StringComparison.Ordinal)
        );
}
