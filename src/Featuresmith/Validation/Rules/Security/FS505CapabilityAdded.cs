using Featuresmith.Definitions;
using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Security;

/// <summary>A capability that is added is added for every process of the container (specification, "capAdd").</summary>
public sealed class FS505CapabilityAdded : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS505", "capability-added", Severity.Info);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from capability in feature.Metadata?.Capabilities ?? []
        let name = Capability.Name(capability.Value)
        // Those that reach the host are FS504's, misspelt ones FS138's.
        where Capability.Exists(name) && !Capability.IsDefault(name) && !HostAccess.IsOfHost(capability)
        select new Finding(
            capability.Span,
            $"Feature \"{feature.Name}\" adds the capability {name} to the whole container",
            "say in \"description\" or NOTES.md what needs it"
        );
}
