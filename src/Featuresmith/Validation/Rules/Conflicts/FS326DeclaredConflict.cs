using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;

namespace Featuresmith.Validation.Rules.Conflicts;

/// <summary>No container has two Features of which one's definition says that they conflict (feature.jsonc, "conflicts").</summary>
public sealed class FS326DeclaredConflict : ICollectionRule
{
    public RuleInfo Info { get; } = new("FS326", "declared-conflict", Severity.Error);

    public IEnumerable<Finding> Check(FeatureCollection collection) =>
        from configuration in collection.Configurations
        where !configuration.ExpectsFailure
        let features = collection.MergedBy(configuration)
        from one in features
        from conflict in collection.Conflicts[one.Feature.Name]
        let other = Place(conflict, configuration, features)
        where other is not null
        select new Finding(
            other.Value,
            $"\"{one.Feature.Name}\" conflicts with \"{conflict.Feature.Value}\": {conflict.Reason?.Value ?? "its definition says so"}",
            "choose one of them"
        )
        {
            Related = [new RelatedSpan(conflict.Feature.Span, "declared here")],
        };

    // The other one may be another collection's, of which only the reference is known.
    private static SourceSpan? Place(
        FeatureConflict conflict,
        FeatureConfiguration configuration,
        IReadOnlyList<MergedFeature> features
    ) =>
        features
            .Where(pair => pair.Feature.Name == conflict.Feature.Value)
            .Select(pair => (SourceSpan?)pair.Place)
            .Concat(
                configuration
                    .Requests.Where(request =>
                        FeatureReference.Parse(request.Reference.Value).Id == conflict.Feature.Value
                    )
                    .Select(request => (SourceSpan?)request.Reference.Span)
            )
            .FirstOrDefault();
}
