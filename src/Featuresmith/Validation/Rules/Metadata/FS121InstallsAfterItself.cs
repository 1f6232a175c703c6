using Featuresmith.Definitions;
using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>installsAfter does not name the Feature itself, for which there is no order (CLI, containerFeaturesOrder.ts).</summary>
public sealed class FS121InstallsAfterItself : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS121", "installs-after-itself", Severity.Error);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from entry in feature.Metadata?.InstallsAfter ?? []
        let reference = FeatureReference.Parse(entry.Value)
        where feature.IsPublishedAs(reference) || (reference.IsRelative && reference.Id == feature.Name)
        select new Finding(
            entry.Span,
            $"\"{entry.Value}\" in installsAfter is this Feature",
            "remove it; nothing can be installed after itself"
        );
}
