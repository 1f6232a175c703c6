using Featuresmith.Definitions;
using Featuresmith.Packaging;

namespace Featuresmith.Publishing;

/// <summary>Asks a registry what it holds, and says what publishing would do. Changes nothing.</summary>
/// <param name="store">The registry.</param>
/// <param name="collection">The path in front of each id.</param>
/// <param name="ignoresGate">Whether a bump that is too small is let through.</param>
public sealed class PublishPlanner(IArtifactStore store, string collection, bool ignoresGate)
{
    // Collections are mostly published as a whole: what was found last says which question is likely to be the only one.
    private volatile bool isPublished;

    /// <summary>
    /// Whether every tag is asked for. Otherwise a version whose last tag to move names it counts as whole, for it moved after the
    /// others; that somebody has removed one of those since is not seen then.
    /// </summary>
    public bool AsksForEveryTag { get; init; }

    /// <summary>Plans one Feature.</summary>
    /// <param name="versions">Its versions, which all have the same id.</param>
    /// <param name="cancellation">Ends the asking.</param>
    public async Task<FeaturePlan> PlanAsync(IReadOnlyList<FeatureArtifact> versions, CancellationToken cancellation)
    {
        var id = versions[0].Id;
        try
        {
            var steps = new List<RepositoryPlan>();
            foreach (var name in versions.SelectMany(version => version.AllIds).Distinct(StringComparer.Ordinal))
            {
                // Paths are lower case whatever the id is (containerCollectionsOCI.ts, getRef).
                var repository = $"{collection}/{name}".ToLowerInvariant();
                if (versions is [var only] && await WholeAsync(only, name, repository, cancellation) is { } whole)
                {
                    steps.Add(whole);
                    continue;
                }

                var state = await RepositoryState.ReadAsync(store, repository, cancellation);
                isPublished = state.Tags.Count > 0;
                foreach (
                    var version in versions
                        .Where(version => version.AllIds.Contains(name))
                        .OrderBy(version => version.Version)
                )
                {
                    var step = await StepAsync(version, name, repository, state, cancellation);
                    state.Add(step);
                    steps.Add(step);
                }
            }

            return new FeaturePlan(id, steps);
        }
        catch (RegistryException exception)
        {
            return new FeaturePlan(id, [], exception);
        }
    }

    /// <returns>The step, which has nothing to do, where one question tells; else null.</returns>
    private async Task<RepositoryPlan?> WholeAsync(
        FeatureArtifact artifact,
        string name,
        string repository,
        CancellationToken cancellation
    )
    {
        if (!isPublished || AsksForEveryTag)
        {
            return null;
        }

        var plan = Begin(artifact, name, repository);
        var last = VersionTags.For(artifact.Version, [])[^1];
        return await store.DigestAsync(repository, last, cancellation) == plan.Digest
            ? plan with
            {
                Standing = RepositoryStanding.Unchanged,
                IsWhole = true,
            }
            : null;
    }

    private RepositoryPlan Begin(FeatureArtifact artifact, string name, string repository)
    {
        var manifest = artifact.Manifest(store.Host);
        return new RepositoryPlan(
            artifact,
            name,
            repository,
            RepositoryStanding.New,
            ContentDigest.Of(manifest.AsSpan()),
            []
        )
        {
            Manifest = manifest,
        };
    }

    private async Task<RepositoryPlan> StepAsync(
        FeatureArtifact artifact,
        string name,
        string repository,
        RepositoryState state,
        CancellationToken cancellation
    )
    {
        var plan = Begin(artifact, name, repository) with { IsFirst = state.Tags.Count == 0 };
        plan = state.Tags.Contains(artifact.Version.ToString())
            ? await AgainAsync(plan, state, cancellation)
            : await ForTheFirstTimeAsync(plan, state, cancellation);
        return plan is { Problem: null, IsWhole: false } ? await WithMovesAsync(plan, state, cancellation) : plan;
    }

    private async Task<RepositoryPlan> AgainAsync(
        RepositoryPlan plan,
        RepositoryState state,
        CancellationToken cancellation
    )
    {
        var exact = plan.Artifact.Version.ToString();
        plan = plan with { Standing = RepositoryStanding.Unchanged };
        var floating = VersionTags.Floating(plan.Artifact.Version, state.Tags);
        plan = plan with
        {
            IsWhole =
                !AsksForEveryTag
                && floating.Count > 0
                && await state.DigestAsync(floating[^1], cancellation) == plan.Digest,
        };
        if (plan.IsWhole || await state.DigestAsync(exact, cancellation) == plan.Digest)
        {
            return plan;
        }

        if (await store.ManifestAsync(plan.Repository, exact, cancellation) is not { } manifest)
        {
            // It was listed, and is gone: as good as never published.
            return plan with { Standing = RepositoryStanding.Bumped };
        }

        var published = await PublishedFeature.ReadAsync(store, plan.Repository, manifest, cancellation);
        var changes = await ChangesAsync(plan, published, cancellation);
        if (changes.Count == 0)
        {
            // Other bytes, same content: published by a tool whose archives differ from day to day. What is there stays.
            return plan with { Digest = manifest.Digest, Manifest = manifest.Bytes, Before = published };
        }

        var next = plan.Artifact.Version.Next(VersionGate.Required(plan.Artifact.Version, changes));
        return plan with
        {
            Standing = RepositoryStanding.Changed,
            Before = published,
            Changes = changes,
            Problem =
                $"version {exact} is published with other content, and published versions never change: "
                + $"{string.Join(", ", changes.Select(change => change.What))}; "
                + $"\"featuresmith version bump -f {plan.Artifact.Id}\" raises it to {next}",
        };
    }

    private async Task<IReadOnlyList<ContentChange>> ChangesAsync(
        RepositoryPlan plan,
        PublishedFeature published,
        CancellationToken cancellation
    )
    {
        var changes = MetadataChanges.Between(published.Metadata, plan.Artifact.Metadata);
        if (published.Layer.Digest == plan.Artifact.Layer.Digest)
        {
            return changes;
        }

        var archive = await store.BlobAsync(plan.Repository, published.Layer, cancellation);
        var paths = ArchiveComparison.Differences(archive, plan.Artifact.Archive);
        // That the metadata's file differs is said already, by what differs in it.
        return
        [
            .. changes,
            .. paths
                .Where(path => path != FeaturePackager.MetadataName || changes.Count == 0)
                .Select(path => new ContentChange(BumpLevel.Patch, $"{path} changed")),
        ];
    }

    private async Task<RepositoryPlan> ForTheFirstTimeAsync(
        RepositoryPlan plan,
        RepositoryState state,
        CancellationToken cancellation
    )
    {
        if (VersionTags.Before(plan.Artifact.Version, state.Tags) is not { } version)
        {
            return plan.IsFirst ? plan : plan with { Standing = RepositoryStanding.Bumped };
        }

        var published = await state.FeatureAsync(version.ToString(), cancellation);
        if (published is null)
        {
            return plan with { Standing = RepositoryStanding.Bumped };
        }

        var changes = MetadataChanges.Between(published.Metadata, plan.Artifact.Metadata);
        if (changes.Count == 0 && published.Layer.Digest != plan.Artifact.Layer.Digest)
        {
            changes = [new ContentChange(BumpLevel.Patch, "files of the Feature changed, its metadata did not")];
        }

        var problem = ignoresGate ? null : VersionGate.Problem(version, plan.Artifact.Version, changes);
        return plan with
        {
            Standing = problem is null ? RepositoryStanding.Bumped : RepositoryStanding.BumpTooSmall,
            Before = published,
            Changes = changes,
            Problem = problem,
        };
    }

    private static async Task<RepositoryPlan> WithMovesAsync(
        RepositoryPlan plan,
        RepositoryState state,
        CancellationToken cancellation
    )
    {
        var tags = plan.IsUpload
            ? VersionTags.For(plan.Artifact.Version, state.Tags)
            : VersionTags.Floating(plan.Artifact.Version, state.Tags);
        var named = await Task.WhenAll(tags.Select(tag => state.DigestAsync(tag, cancellation)));
        var moves = tags.Zip(named)
            .Where(pair => pair.Second != plan.Digest)
            .Select(pair => new TagMove(pair.First, Describe(pair.Second, plan.Before)))
            .ToList();
        return plan with
        {
            Moves = moves,
            Standing =
                moves.Count > 0 && plan.Standing == RepositoryStanding.Unchanged
                    ? RepositoryStanding.Incomplete
                    : plan.Standing,
        };
    }

    private static string? Describe(string? digest, PublishedFeature? known) =>
        digest is null ? null
        : digest == known?.Digest ? known.Metadata.Version?.Value
        : digest[..19];
}
