using System.Collections.Concurrent;
using Featuresmith.Packaging;

namespace Featuresmith.Publishing;

/// <summary>Plans and publishes a collection.</summary>
/// <param name="store">The registry or layout.</param>
/// <param name="collection">The path in front of each Feature's id.</param>
public sealed class FeaturePublisher(IArtifactStore store, string collection)
{
    private string? configHome;

    /// <summary>How many Features are on their way at a time.</summary>
    public int Jobs { get; init; } = 8;

    /// <summary>Whether a bump that is too small is let through.</summary>
    public bool IgnoresGate { get; init; }

    /// <summary>Whether every tag is asked for, also where one question would tell (<see cref="PublishPlanner.AsksForEveryTag"/>).</summary>
    public bool AsksForEveryTag { get; init; }

    /// <summary>Says what publishing would do.</summary>
    /// <param name="features">The Features; several versions of one are published from the lowest on.</param>
    /// <param name="cancellation">Ends the asking.</param>
    public async Task<IReadOnlyList<FeaturePlan>> PlanAsync(
        IReadOnlyList<FeatureArtifact> features,
        CancellationToken cancellation
    )
    {
        var planner = new PublishPlanner(store, collection, IgnoresGate) { AsksForEveryTag = AsksForEveryTag };
        var groups = features
            .GroupBy(feature => feature.Id, StringComparer.Ordinal)
            .Select(same => same.ToList())
            .ToList();
        var plans = new FeaturePlan[groups.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, groups.Count),
            new ParallelOptions { MaxDegreeOfParallelism = Jobs, CancellationToken = cancellation },
            async (index, token) => plans[index] = await planner.PlanAsync(groups[index], token)
        );
        return plans;
    }

    /// <summary>Carries plans out: every Feature whatever became of the others, and the collection's metadata last.</summary>
    /// <param name="plans">What <see cref="PlanAsync"/> gave.</param>
    /// <param name="observer">Is told how it goes on.</param>
    /// <param name="cancellation">Ends it: no Feature is begun any more, and one whose tags are moving gets all of them.</param>
    public async Task<PublishOutcome> PublishAsync(
        IReadOnlyList<FeaturePlan> plans,
        IPublishObserver observer,
        CancellationToken cancellation
    )
    {
        await using var stopping = cancellation.Register(observer.Stopping);
        var results = new ConcurrentDictionary<string, FeatureResult>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(
            plans,
            new ParallelOptions { MaxDegreeOfParallelism = Jobs, CancellationToken = cancellation },
            async (plan, token) =>
            {
                var result = await PublishAsync(plan, observer, token);
                results[plan.Id] = result;
                observer.Ended(result);
            }
        );
        var ordered = plans.Select(plan => results[plan.Id]).ToList();
        try
        {
            var digest = await new CollectionPublisher(store, collection).PublishAsync(ordered, cancellation);
            return new PublishOutcome(ordered, digest, null);
        }
        catch (RegistryException exception)
        {
            return new PublishOutcome(ordered, null, exception.Message);
        }
    }

    private async Task<FeatureResult> PublishAsync(
        FeaturePlan plan,
        IPublishObserver observer,
        CancellationToken cancellation
    )
    {
        if (plan.Failure is { } unreachable)
        {
            return new FeatureResult(plan, unreachable.Message);
        }

        observer.Begun(plan.Id, plan.Bytes);
        var done = new List<RepositoryPlan>();
        var failures = new List<string>();
        foreach (var step in plan.Steps)
        {
            try
            {
                if (step.Problem is { } problem)
                {
                    failures.Add(problem);
                    continue;
                }

                await PushAsync(step, plan.Id, observer, cancellation);
                done.Add(step);
            }
            catch (RegistryException exception)
            {
                failures.Add(exception.Message);
            }
        }

        return new FeatureResult(plan, failures.Count > 0 ? string.Join("\n", failures.Distinct()) : null)
        {
            Done = done,
        };
    }

    private async Task PushAsync(
        RepositoryPlan step,
        string id,
        IPublishObserver observer,
        CancellationToken cancellation
    )
    {
        if (step.IsUpload && step.Moves.Count > 0)
        {
            await PushBlobsAsync(step, id, observer, cancellation);
        }

        foreach (var move in step.Moves)
        {
            // Once the exact tag stands, the others follow whatever is pressed meanwhile: each of them takes one request.
            await store.PushManifestAsync(
                new ManifestUpload(step.Repository, move.Tag, ArtifactTypes.Manifest, step.Manifest),
                step.IsUpload && move == step.Moves[0] ? cancellation : CancellationToken.None
            );
        }

        // Nobody can have been overtaken where nothing was published before.
        if (!step.IsFirst)
        {
            await new FloatingTags(store).SettleAsync(step, CancellationToken.None);
        }
    }

    private async Task PushBlobsAsync(
        RepositoryPlan step,
        string id,
        IPublishObserver observer,
        CancellationToken cancellation
    )
    {
        var config = new BlobUpload(step.Repository, ArtifactManifest.Config, ArtifactManifest.ConfigBlob)
        {
            IsFirst = step.IsFirst,
            MountFrom = configHome,
        };
        await store.PushBlobAsync(config, _ => { }, cancellation);
        configHome = step.Repository;
        var own = $"{collection}/{id}".ToLowerInvariant();
        var archive = new BlobUpload(step.Repository, step.Artifact.Layer, step.Artifact.Archive)
        {
            IsFirst = step.IsFirst,
            MountFrom = step.Repository == own ? null : own,
        };
        await store.PushBlobAsync(archive, bytes => observer.Sent(id, bytes), cancellation);
    }
}
