using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Conflicts;

/// <summary>No two Features of one container have one entrypoint: both write the file, and the last one's runs twice.</summary>
public sealed class FS321SharedEntrypoint : ICollectionRule
{
    public RuleInfo Info { get; } = new("FS321", "shared-entrypoint", Severity.Error);

    public IEnumerable<Finding> Check(FeatureCollection collection) =>
        from conflict in MergedClaims.Find(collection, Claims)
        select conflict.Say(
            $"\"{conflict.First.Owner.Name}\" and \"{conflict.Second.Owner.Name}\" both have the entrypoint {conflict.First.Name}",
            "give each Feature's script a path of its own, or do not ask for both"
        );

    private static IEnumerable<FeatureClaim> Claims(FeatureFolder feature) =>
        feature.Metadata is { Entrypoint: { } entrypoint, EntrypointScript: { } script }
            ? [new FeatureClaim(script, feature, entrypoint.Span)]
            : [];
}
