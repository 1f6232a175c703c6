using Featuresmith.Definitions;
using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Tests;

/// <summary>A scenario has the properties of devcontainer.json (specification, "Dev Container metadata reference"); others do nothing.</summary>
public sealed class FS309ScenarioProperty : ICollectionRule
{
    public RuleInfo Info { get; } = new("FS309", "scenario-property", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureCollection collection) =>
        from configuration in collection.Configurations
        from member in configuration.Json?.Members ?? []
        where !DevContainerProperties.Contains(member.Key.Value)
        select new Finding(
            member.Key.Span,
            $"\"{member.Key.Value}\" is no property of devcontainer.json, and does nothing",
            DevContainerProperties.Closest(member.Key.Value) is { } meant ? $"\"{meant}\" may be meant" : "remove it"
        );
}
