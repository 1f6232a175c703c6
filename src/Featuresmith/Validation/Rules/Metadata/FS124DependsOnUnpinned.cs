using Featuresmith.Definitions;
using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>A dependency says which version it needs (specification, "dependsOn"); without one, every release of the other Feature changes this one.</summary>
public sealed class FS124DependsOnUnpinned : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS124", "depends-on-unpinned", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from member in feature.Metadata?.DependsOn ?? []
        let reference = FeatureReference.Parse(member.Key.Value)
        where reference is { Kind: FeatureReferenceKind.Registry, Version: null or "latest" }
        select new Finding(
            member.Key.Span,
            $"\"{member.Key.Value}\" in dependsOn follows whatever is published last",
            $"name a major version, for example \"{reference.Unversioned}:1\""
        );
}
