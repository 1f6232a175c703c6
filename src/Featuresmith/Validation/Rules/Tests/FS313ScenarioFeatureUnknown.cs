using Featuresmith.Definitions;
using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Tests;

/// <summary>A bare name in a scenario is a Feature of this collection; a run stops at another (CLI, testCommandImpl.ts).</summary>
public sealed class FS313ScenarioFeatureUnknown : ICollectionRule
{
    public RuleInfo Info { get; } = new("FS313", "scenario-feature-unknown", Severity.Error);

    public IEnumerable<Finding> Check(FeatureCollection collection) =>
        from test in collection.Tests
        from scenario in test.Scenarios
        from request in scenario.Requests
        where
            FeatureReference.Parse(request.Reference.Value).Kind == FeatureReferenceKind.Bare
            && collection.Feature(request.LocalName!) is null
        select new Finding(
            request.Reference.Span,
            $"there is no Feature \"{request.Reference.Value}\" in {collection.Path}",
            "name a Feature of this collection, or another collection's in full"
        );
}
