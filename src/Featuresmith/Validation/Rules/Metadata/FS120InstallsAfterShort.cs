using Featuresmith.Definitions;
using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>installsAfter names Features in full: a bare name stops every build, but for the old names that the CLI maps (CLI, getFeatureIdType).</summary>
public sealed class FS120InstallsAfterShort : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS120", "installs-after-short", Severity.Error);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from entry in feature.Metadata?.InstallsAfter ?? []
        let reference = FeatureReference.Parse(entry.Value)
        where reference is { Kind: FeatureReferenceKind.Bare, IsShortForm: false }
        select new Finding(
            entry.Span,
            $"\"{entry.Value}\" in installsAfter is no full reference, and the build stops at it",
            "write registry, namespace and id, as people do in devcontainer.json, without a version"
        );
}
