using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Tests;

/// <summary>Every scenario has a script of its name; a run stops where one is missing (CLI, testCommandImpl.ts).</summary>
public sealed class FS303ScenarioScriptMissing : ICollectionRule
{
    public RuleInfo Info { get; } = new("FS303", "scenario-script-missing", Severity.Error);

    public IEnumerable<Finding> Check(FeatureCollection collection) =>
        from test in collection.HasTestScripts ? collection.Tests : []
        from scenario in test.Scenarios
        where scenario.Json is not null && !scenario.ExpectsFailure && !test.HasScript($"{scenario.Name.Value}.sh")
        select new Finding(
            scenario.Name.Span,
            $"scenario \"{scenario.Name.Value}\" has no script {scenario.Name.Value}.sh",
            "add the script beside scenarios.json, or remove the scenario"
        );
}
