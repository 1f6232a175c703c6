using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>No two mounts of a Feature have one target: the last wins (CLI, imageMetadata.ts, mergeMounts).</summary>
public sealed class FS130MountTargetTwice : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS130", "mount-target-twice", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from mounts in (feature.Metadata?.Mounts ?? [])
            .Where(mount => mount.Target is not null)
            .GroupBy(mount => mount.Target!.Value)
        from mount in mounts.Skip(1)
        select new Finding(
            mount.Target!.Span,
            $"two mounts have the target \"{mounts.Key}\", and the first is dropped",
            "remove one of them"
        )
        {
            Related = [new RelatedSpan(mounts.First().Target!.Span, "first mounted here")],
        };
}
