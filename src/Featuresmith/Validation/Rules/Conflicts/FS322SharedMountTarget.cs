using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Conflicts;

/// <summary>No two Features of one container mount something at one place: the last wins (CLI, imageMetadata.ts, mergeMounts).</summary>
public sealed class FS322SharedMountTarget : ICollectionRule
{
    public RuleInfo Info { get; } = new("FS322", "shared-mount-target", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureCollection collection) =>
        from conflict in MergedClaims.Find(collection, Claims)
        select conflict.Say(
            $"\"{conflict.First.Owner.Name}\" and \"{conflict.Second.Owner.Name}\" both mount something at {conflict.First.Name}",
            "do not ask for both; the first mount is dropped without a word"
        );

    // A socket is FS325's, whoever makes it.
    private static IEnumerable<FeatureClaim> Claims(FeatureFolder feature) =>
        from mount in feature.Metadata?.Mounts ?? []
        let target = mount.Target
        where target is not null && !SocketClaims.IsSocket(target.Value)
        select new FeatureClaim(target.Value.TrimEnd('/'), feature, target.Span);
}
