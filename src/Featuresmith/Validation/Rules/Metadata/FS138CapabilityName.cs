using Featuresmith.Definitions;
using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>Capabilities have the engine's names, which it is given as they are (capabilities(7); CLI, singleContainer.ts).</summary>
public sealed class FS138CapabilityName : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS138", "capability-name", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from capability in feature.Metadata?.Capabilities ?? []
        where !Capability.Exists(capability.Value)
        let plain = Capability.Name(capability.Value)
        select new Finding(
            capability.Span,
            $"\"{capability.Value}\" is not how an engine names a capability",
            Capability.Exists(plain)
                ? $"write \"{plain}\""
                : "see capabilities(7) for the names, and leave \"CAP_\" out"
        );
}
