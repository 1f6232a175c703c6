using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Packaging;
using Featuresmith.Publishing;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Consuming.Locking;

/// <summary>
/// Finds what a devcontainer.json asks for, and what that depends on, in the order and with the reading of the devcontainers CLI
/// (containerFeaturesConfiguration.ts, containerFeaturesOrder.ts).
/// </summary>
/// <param name="sources">Where Features are read.</param>
/// <param name="pinned">What is kept: a Feature in here is taken by its digest, not by its tag.</param>
public sealed class FeatureResolver(FeatureSources sources, LockFile pinned)
{
    /// <summary>The lock file of a devcontainer.json.</summary>
    /// <param name="configuration">The file's outermost object.</param>
    /// <param name="file">The file itself, from which folders are looked for.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="LockingException">A Feature does not exist, or depends on itself.</exception>
    /// <exception cref="RegistryException">A registry refused or failed.</exception>
    public async Task<LockFile> ResolveAsync(
        JsonObjectSyntax configuration,
        string file,
        CancellationToken cancellation
    )
    {
        var found = new List<ResolvedFeature>();
        for (var open = WantedFeature.Of(configuration); open.Count > 0; )
        {
            // Asked for side by side, and taken in the order in which the CLI comes to them.
            var features = await sources.EachAsync(
                open,
                wanted => ReadAsync(wanted, Path.GetDirectoryName(file)!, cancellation)
            );
            var first = found.Count;
            foreach (var feature in features.Where(feature => !found.Any(feature.IsSameAs)))
            {
                found.Add(feature);
            }

            open = [.. found.Skip(first).SelectMany(feature => feature.Dependencies)];
        }

        DependencyCycle.Refuse(found);
        return LockFile.Of(found.Select(feature => feature.Record()).OfType<LockedFeature>());
    }

    private async Task<ResolvedFeature> ReadAsync(WantedFeature wanted, string folder, CancellationToken cancellation)
    {
        var id = RepositoryReference.Spelled(wanted.Id);
        switch (FeatureReference.Parse(id).Kind)
        {
            case FeatureReferenceKind.Relative:
                var path = Path.GetFullPath(Path.Combine(folder, id));
                return new ResolvedFeature(wanted, path, null, Local(wanted, path));
            case FeatureReferenceKind.Archive:
                return await ArchiveAsync(wanted, cancellation);
            default:
                return RepositoryReference.TryParse(id) is { } reference
                    ? await PublishedAsync(wanted, reference, pinned.Find(id)?.Integrity, cancellation)
                    : throw Fail(
                        wanted,
                        "is no Feature that can be looked for",
                        "write HOST/OWNER/ID, with :TAG or @sha256:DIGEST, ./FOLDER, or the https:// address of an archive"
                    );
        }
    }

    private async Task<ResolvedFeature> PublishedAsync(
        WantedFeature wanted,
        RepositoryReference reference,
        string? digest,
        CancellationToken cancellation
    )
    {
        var source = sources.Open(reference.Host);
        var version = reference.Digest ?? digest ?? reference.Tag!;
        if (await PublishedFeature.ReadAsync(source, reference.Repository, version, cancellation) is { } feature)
        {
            var resolved = $"{reference.Host}/{reference.Repository}@{feature.Digest}";
            return new ResolvedFeature(wanted, feature.Digest, resolved, feature.Metadata);
        }

        var tags = await source.TagsAsync(reference.Repository, cancellation);
        throw Fail(
            wanted,
            $"is not to be had: {source.Name} has no {(tags.Count == 0 ? reference.Repository : $"{version} of {reference.Repository}")}",
            tags.Count == 0
                ? "is it spelt as it was published?"
                : $"there are {string.Join(", ", tags.Order(StringComparer.Ordinal))}"
        );
    }

    private async Task<ResolvedFeature> ArchiveAsync(WantedFeature wanted, CancellationToken cancellation)
    {
        var address = new Uri(wanted.Id).AbsoluteUri;
        var archive = await sources.DownloadAsync(address, cancellation);
        var digest = ContentDigest.Of(archive);
        if (pinned.Find(address)?.Integrity is { Length: > 0 } expected && expected != digest)
        {
            throw Fail(
                wanted,
                $"is not the archive that was locked: its digest is {digest}, not {expected}",
                "\"upgrade\" takes the new one"
            );
        }

        var text = ArchivedMetadata.Read(archive);
        return text is not null && Metadata(address, text) is { } metadata
            ? new ResolvedFeature(wanted, digest, address, metadata)
            : throw Fail(
                wanted,
                $"has no {FeaturePackager.MetadataName} that can be read",
                "is it the archive of a Feature?"
            );
    }

    private static FeatureMetadata Local(WantedFeature wanted, string folder)
    {
        var file = Path.Combine(folder, FeaturePackager.MetadataName);
        return File.Exists(file) && Metadata(file, File.ReadAllText(file)) is { } metadata
            ? metadata
            : throw Fail(
                wanted,
                $"has no {FeaturePackager.MetadataName} that can be read",
                $"it is looked for in {folder}"
            );
    }

    private static FeatureMetadata? Metadata(string name, string text) =>
        JsonSyntaxTree.Parse(new SourceText(name, text), []).RootObject is { } json
            ? FeatureMetadataReader.Read(json)
            : null;

    private static LockingException Fail(WantedFeature wanted, string problem, string way) =>
        new($"{wanted.Place}: {wanted.Id} {problem}; {way}");
}
