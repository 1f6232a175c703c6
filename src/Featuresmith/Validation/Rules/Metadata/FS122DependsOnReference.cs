using Featuresmith.Definitions;
using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>dependsOn names published Features: registry references or https archives (specification, "dependsOn"; CLI, getFeatureIdType).</summary>
public sealed class FS122DependsOnReference : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS122", "depends-on-reference", Severity.Error);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from member in feature.Metadata?.DependsOn ?? []
        let problem = FeatureReference.Parse(member.Key.Value) switch
        {
            { Kind: FeatureReferenceKind.Relative } =>
                "is a path, which is looked for in the user's folder and not in this Feature's",
            { Kind: FeatureReferenceKind.Release } => "is no host's, and Features from releases cannot be depended on",
            { Kind: FeatureReferenceKind.Bare, IsShortForm: false } =>
                "is no full reference, and the build stops at it",
            _ => null,
        }
        where problem is not null
        select new Finding(
            member.Key.Span,
            $"\"{member.Key.Value}\" in dependsOn {problem}",
            "write registry, namespace, id and major version, as people do in devcontainer.json"
        );
}
