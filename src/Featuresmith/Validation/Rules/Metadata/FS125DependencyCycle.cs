using Featuresmith.Definitions;
using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>No Feature needs itself, directly or through others (specification, "dependsOn"; CLI, containerFeaturesOrder.ts).</summary>
public sealed class FS125DependencyCycle : ICollectionRule
{
    public RuleInfo Info { get; } = new("FS125", "dependency-cycle", Severity.Error);

    public IEnumerable<Finding> Check(FeatureCollection collection) =>
        from feature in collection.Features
        from member in feature.Metadata?.DependsOn ?? []
        let needed = collection.Resolve(FeatureReference.Parse(member.Key.Value))
        where needed is not null && collection.WithDependencies(needed).Contains(feature)
        select new Finding(
            member.Key.Span,
            needed == feature
                ? $"Feature \"{feature.Name}\" depends on itself"
                : $"Feature \"{feature.Name}\" needs \"{needed.Name}\", which needs \"{feature.Name}\"",
            "break the circle: no install order exists, and every build with one of them stops"
        );
}
