using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>The id equals the folder's name (specification, "id"); publishing looks for an archive of that name.</summary>
public sealed class FS102IdIsFolder : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS102", "id-is-folder", Severity.Error);

    public IEnumerable<Finding> Check(FeatureFolder feature)
    {
        if (feature.Metadata?.Id is { } id && id.Value != feature.Name)
        {
            yield return new Finding(
                id.Span,
                $"id \"{id.Value}\" differs from its folder's name \"{feature.Name}\"",
                "give both the same name; publishing looks for the archive by id and names it after the folder"
            );
        }
    }
}
