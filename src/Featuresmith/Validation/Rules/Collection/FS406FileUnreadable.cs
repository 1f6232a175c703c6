using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Collection;

/// <summary>Group and others may read every file: modes are packed, and not every tool mends them as the CLI does (getFeatureLayers).</summary>
public sealed class FS406FileUnreadable : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS406", "file-unreadable", Severity.Info);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from file in feature.Files
        where !file.IsReadableByAll
        select new Finding(
            file.Source.Span(0, 0),
            $"only its owner may read {file.Path}, and it is published so",
            $"chmod go+r {file.Path}"
        );
}
