using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Security;

/// <summary>No privileged container: "privileged" opens the host's devices and kernel to everything in it (specification, "privileged").</summary>
public sealed class FS501Privileged : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS501", "privileged", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from access in feature.Metadata is { } metadata ? HostAccess.Privileged(metadata) : []
        select new Finding(
            access.Span,
            $"Feature \"{feature.Name}\" makes the whole container privileged, for every other Feature in it too",
            "ask for the capabilities that are needed, with \"capAdd\""
        );
}
