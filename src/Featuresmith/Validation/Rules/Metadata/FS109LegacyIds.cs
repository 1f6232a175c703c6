using Featuresmith.Definitions;
using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>Legacy ids are other ids than the Feature's own, each once, and names that a registry takes (specification, "legacyIds").</summary>
public sealed class FS109LegacyIds : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS109", "legacy-ids", Severity.Error);

    public IEnumerable<Finding> Check(FeatureFolder feature)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var legacy in feature.Metadata?.LegacyIds ?? [])
        {
            if (legacy.Value == feature.Metadata?.Id?.Value)
            {
                yield return new Finding(
                    legacy.Span,
                    $"legacy id \"{legacy.Value}\" is the Feature's own id",
                    "list only ids under which the Feature was published before"
                );
            }
            else if (!seen.Add(legacy.Value))
            {
                yield return new Finding(
                    legacy.Span,
                    $"legacy id \"{legacy.Value}\" is listed twice",
                    "remove one of them"
                );
            }
            else if (!RegistryName.IsComponent(legacy.Value))
            {
                yield return new Finding(
                    legacy.Span,
                    $"legacy id \"{legacy.Value}\" cannot be the name of a repository in a registry",
                    "use lower-case letters and digits, with single \"-\", \"_\" or \".\" between them"
                );
            }
        }
    }
}
