using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Conflicts;

/// <summary>No two Features of one container keep their data in one volume.</summary>
public sealed class FS323SharedVolumeName : ICollectionRule
{
    public RuleInfo Info { get; } = new("FS323", "shared-volume-name", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureCollection collection) =>
        from conflict in MergedClaims.Find(collection, Claims)
        select conflict.Say(
            $"\"{conflict.First.Owner.Name}\" and \"{conflict.Second.Owner.Name}\" both keep their data in volume \"{conflict.First.Name}\"",
            "name each Feature's volume after it, or do not ask for both"
        );

    // Two that mount it at one place are FS322's.
    private static IEnumerable<FeatureClaim> Claims(FeatureFolder feature) =>
        from mount in feature.Metadata?.Mounts ?? []
        let target = mount.Target
        where mount.IsNamedVolume && target is not null
        select new FeatureClaim(mount.Source!.Value, feature, mount.Source.Span, target.Value);
}
