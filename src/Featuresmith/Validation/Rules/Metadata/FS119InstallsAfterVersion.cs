using Featuresmith.Definitions;
using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>installsAfter names Features without tag or digest (specification, "installsAfter"); the order ignores it and resolving it can fail.</summary>
public sealed class FS119InstallsAfterVersion : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS119", "installs-after-version", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from entry in feature.Metadata?.InstallsAfter ?? []
        let reference = FeatureReference.Parse(entry.Value)
        where reference.Version is not null
        select new Finding(
            entry.Span,
            $"\"{entry.Value}\" in installsAfter has a version, which the install order does not look at",
            $"write \"{reference.Unversioned}\""
        );
}
