using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Conflicts;

/// <summary>No two Features of one container own one socket: each serves another engine on it.</summary>
public sealed class FS325SharedSocket : ICollectionRule
{
    public RuleInfo Info { get; } = new("FS325", "shared-socket", Severity.Error);

    public IEnumerable<Finding> Check(FeatureCollection collection) =>
        from conflict in MergedClaims.Find(collection, SocketClaims.Of)
        select conflict.Say(
            $"\"{conflict.First.Owner.Name}\" and \"{conflict.Second.Owner.Name}\" both make {conflict.First.Name}",
            "choose one of them; which engine answers would depend on the order in which they start"
        );
}
