using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Tests;

/// <summary>Every Feature of a collection with tests has a folder below test (CLI, testCommandImpl.ts).</summary>
public sealed class FS301TestsMissing : ICollectionRule
{
    public RuleInfo Info { get; } = new("FS301", "tests-missing", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureCollection collection) =>
        from feature in collection.Tests.Count > 0
            ? collection.Features.ExceptBy(collection.Tests.Select(test => test.Name), feature => feature.Name)
            : []
        select new Finding(
            feature.Place,
            $"Feature \"{feature.Name}\" has no tests: there is no folder test/{feature.Name}",
            $"add test/{feature.Name}/test.sh, which runs in a container with the Feature"
        );
}
