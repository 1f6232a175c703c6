using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>The id has no dot: an archive served by URL may have letters, digits, "_" and "-" in its name (CLI, allowedFeatureIdRegex).</summary>
public sealed class FS108IdDot : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS108", "id-has-dot", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureFolder feature)
    {
        if (feature.Metadata?.Id is { } id && id.Value.Contains('.', StringComparison.Ordinal))
        {
            yield return new Finding(
                id.Span,
                $"id \"{id.Value}\" has a dot, with which the Feature cannot be used as an archive from a URL",
                "write \"-\" instead of the dot"
            );
        }
    }
}
