using Featuresmith.Definitions;
using Featuresmith.Packaging;

namespace Featuresmith.Publishing;

/// <summary>
/// Looks after floating tags where several publish at once: a registry has no way to move a tag only if it is still where it was, so the
/// older version can come last. Every exact tag stands before its floating ones move, so whoever moved one and then reads the list sees
/// what it may have overtaken, and puts it right.
/// </summary>
/// <param name="store">The registry.</param>
internal sealed class FloatingTags(IArtifactStore store)
{
    /// <summary>Gives tags that a step has moved to the versions that they belong to by now.</summary>
    /// <exception cref="RegistryException">The registry refused or failed.</exception>
    public async Task SettleAsync(RepositoryPlan step, CancellationToken cancellation)
    {
        var version = step.Artifact.Version;
        var holders = step
            .Moves.Select(move => move.Tag)
            .Where(tag => tag != version.ToString())
            .ToDictionary(tag => tag, _ => version, StringComparer.Ordinal);
        for (var moved = holders.Count > 0; moved; )
        {
            moved = false;
            var tags = await store.TagsAsync(step.Repository, cancellation);
            foreach (var tag in holders.Keys)
            {
                if (VersionTags.Owner(tag, tags) is { } owner && owner > holders[tag])
                {
                    await MoveAsync(step.Repository, tag, owner, cancellation);
                    (holders[tag], moved) = (owner, true);
                }
            }
        }
    }

    private async Task MoveAsync(string repository, string tag, SemanticVersion owner, CancellationToken cancellation)
    {
        if (await store.ManifestAsync(repository, owner.ToString(), cancellation) is { } manifest)
        {
            await store.PushManifestAsync(
                new ManifestUpload(repository, tag, ArtifactTypes.Manifest, manifest.Bytes),
                cancellation
            );
        }
    }
}
