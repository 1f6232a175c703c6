using Featuresmith.Diagnostics;
using Featuresmith.Sources;

namespace Featuresmith.Validation.Rules.Collection;

/// <summary>No two Features of a collection have one id, legacy ids included (specification, "id").</summary>
public sealed class FS403IdTaken : ICollectionRule
{
    public RuleInfo Info { get; } = new("FS403", "id-taken", Severity.Error);

    public IEnumerable<Finding> Check(FeatureCollection collection) =>
        from claims in collection.Features.SelectMany(Claims).GroupBy(claim => claim.Id.Value)
        let first = claims.First()
        from claim in claims.Skip(1)
        // A Feature that lists its own id is FS109's.
        where claim.Feature != first.Feature
        select new Finding(
            claim.Id.Span,
            $"id \"{claims.Key}\" is taken by Feature \"{first.Feature.Name}\"",
            "give one of them another id; the one that is published last replaces the other"
        )
        {
            Related = [new RelatedSpan(first.Id.Span, "taken here")],
        };

    private static IEnumerable<Claim> Claims(FeatureFolder feature) =>
        (feature.Metadata?.Id is { } id ? [id] : Enumerable.Empty<Located<string>>())
            .Concat(feature.Metadata?.LegacyIds ?? [])
            .Select(claimed => new Claim(claimed, feature));

    private sealed record Claim(Located<string> Id, FeatureFolder Feature);
}
