using Featuresmith.Diagnostics;
using Featuresmith.Sources;

namespace Featuresmith.Validation.Rules.Tests;

/// <summary>Every folder below test belongs to a Feature, _global apart (CLI, testCommandImpl.ts).</summary>
public sealed class FS314TestWithoutFeature : ICollectionRule
{
    public RuleInfo Info { get; } = new("FS314", "test-without-feature", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureCollection collection) =>
        from test in collection.Tests
        where test.Name != TestFolder.GlobalName && collection.Feature(test.Name) is null && Place(test) is not null
        select new Finding(
            Place(test)!.Value,
            $"{test.Path} tests a Feature \"{test.Name}\", which {collection.Path} does not hold",
            "rename the folder like the Feature, or remove it; a test run stops at it"
        );

    // A folder has no text; its first file stands for it.
    private static SourceSpan? Place(TestFolder test) =>
        test.Scenarios.Count > 0 ? test.Scenarios[0].Name.Span
        : test.Scripts.FirstOrDefault() is { } script ? script.Source.LineSpan(1)
        : null;
}
