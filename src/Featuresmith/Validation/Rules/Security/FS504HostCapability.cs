using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Security;

/// <summary>No capability with which root of the container reaches the host (capabilities(7)).</summary>
public sealed class FS504HostCapability : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS504", "host-capability", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from access in feature.Metadata is { } metadata ? HostAccess.Capabilities(metadata) : []
        select new Finding(
            access.Span,
            $"Feature \"{feature.Name}\" adds {access.What}, which reaches beyond the container",
            "ask for a narrower capability"
        );
}
