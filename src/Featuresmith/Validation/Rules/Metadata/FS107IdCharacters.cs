using Featuresmith.Definitions;
using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>The id is one component of a registry path: lower case, single separators (CLI, containerCollectionsOCI.ts).</summary>
public sealed class FS107IdCharacters : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS107", "id-characters", Severity.Error);

    public IEnumerable<Finding> Check(FeatureFolder feature)
    {
        if (feature.Metadata?.Id is { Value.Length: > 0 } id && !RegistryName.IsComponent(id.Value))
        {
            var lower = id.Value.ToLowerInvariant();
            yield return new Finding(
                id.Span,
                $"id \"{id.Value}\" cannot be the name of a repository in a registry",
                RegistryName.IsComponent(lower)
                    ? $"write \"{lower}\", and name the folder so; publishing lowers it without a word"
                    : "use lower-case letters and digits, with single \"-\", \"_\" or \".\" between them"
            );
        }
    }
}
