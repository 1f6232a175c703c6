namespace Featuresmith.Consuming.Locking;

/// <summary>What becomes of one Feature in a lock file.</summary>
/// <param name="Before">Its record before; null where there was none.</param>
/// <param name="After">Its record after; null where there is none any more.</param>
public sealed record LockChange(LockedFeature? Before, LockedFeature? After)
{
    /// <summary>How the Feature is named.</summary>
    public string Id => (After ?? Before)!.Id;

    /// <summary>Everything in which two lock files differ, by id.</summary>
    public static IReadOnlyList<LockChange> Between(LockFile before, LockFile after) =>
        [
            .. from id in after
                .Features.Concat(before.Features)
                .Select(feature => feature.Id)
                .Distinct(StringComparer.Ordinal)
            let change = new LockChange(before.Find(id), after.Find(id))
            where !change.IsNone
            select change,
        ];

    private bool IsNone =>
        Before is not null
        && After is not null
        && (Before.Version, Before.Resolved, Before.Integrity) == (After.Version, After.Resolved, After.Integrity)
        && Before.DependsOn.SequenceEqual(After.DependsOn);
}
