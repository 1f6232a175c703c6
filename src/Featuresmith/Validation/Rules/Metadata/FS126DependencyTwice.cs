using Featuresmith.Definitions;
using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>What dependsOn names is installed first anyway, so installsAfter need not name it (specification, "installsAfter").</summary>
public sealed class FS126DependencyTwice : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS126", "dependency-twice", Severity.Info);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from entry in feature.Metadata?.InstallsAfter ?? []
        let after = FeatureReference.Parse(entry.Value).Unversioned
        from member in feature.Metadata!.DependsOn
        where FeatureReference.Parse(member.Key.Value).Unversioned == after
        select new Finding(
            entry.Span,
            $"\"{entry.Value}\" stands in installsAfter and in dependsOn",
            "remove it from installsAfter; a dependency is always installed first"
        )
        {
            Related = [new RelatedSpan(member.Key.Span, "the dependency")],
        };
}
