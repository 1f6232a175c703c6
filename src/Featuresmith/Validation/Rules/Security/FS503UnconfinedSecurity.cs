using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Security;

/// <summary>No security option that lifts a protection of the container, such as seccomp=unconfined.</summary>
public sealed class FS503UnconfinedSecurity : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS503", "unconfined", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from access in feature.Metadata is { } metadata ? HostAccess.LiftedProtections(metadata) : []
        select new Finding(
            access.Span,
            $"Feature \"{feature.Name}\" sets {access.What}, which takes a protection from the whole container",
            "leave it out where current engines do without, or ask for one capability"
        );
}
