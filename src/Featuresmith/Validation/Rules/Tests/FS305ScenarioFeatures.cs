using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Tests;

/// <summary>Every scenario is an object that asks for at least one Feature; a run stops at one that does not (CLI, testCommandImpl.ts).</summary>
public sealed class FS305ScenarioFeatures : ICollectionRule
{
    public RuleInfo Info { get; } = new("FS305", "scenario-features", Severity.Error);

    public IEnumerable<Finding> Check(FeatureCollection collection) =>
        from test in collection.Tests
        from scenario in test.Scenarios
        where scenario.Requests.Count == 0
        select new Finding(
            scenario.Name.Span,
            scenario.Json is null
                ? $"\"{scenario.Name.Value}\" is no object"
                : $"scenario \"{scenario.Name.Value}\" asks for no Feature",
            $"add \"features\": {{ \"{test.Name}\": {{}} }}"
        );
}
