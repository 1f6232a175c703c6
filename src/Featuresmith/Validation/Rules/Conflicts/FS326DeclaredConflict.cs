using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;

namespace Featuresmith.Validation.Rules.Conflicts;

/// <summary>
/// No container has two Features of which one's definition says that they conflict (feature.jsonc, "conflicts"), whoever made them:
/// what holds for a Feature holds for all that play its part (<see cref="FeatureRole"/>).
/// </summary>
public sealed class FS326DeclaredConflict : ICollectionRule
{
    public RuleInfo Info { get; } = new("FS326", "declared-conflict", Severity.Error);

    public IEnumerable<Finding> Check(FeatureCollection collection) =>
        from configuration in collection.Configurations
        where !configuration.ExpectsFailure
        let parties = Parties(collection, configuration)
        from late in Enumerable.Range(0, parties.Count)
        from early in Enumerable.Range(0, late)
        let finding = Between(parties[early], parties[late], collection)
            ?? Between(parties[late], parties[early], collection)
        where finding is not null
        select finding with
        {
            Span = parties[late].Place,
        };

    private static Finding? Between(Party one, Party other, FeatureCollection collection)
    {
        var conflict = collection
            .Definitions.FirstOrDefault(definition => definition.FolderName == one.Role)
            ?.Conflicts.FirstOrDefault(conflict => conflict.Feature.Value == other.Role);
        return conflict is null
            ? null
            : new Finding(
                other.Place,
                $"{one} conflicts with {other}: {conflict.Reason?.Value ?? "its definition says so"}",
                "choose one of them"
            )
            {
                Related = [new RelatedSpan(conflict.Feature.Span, "declared here")],
            };
    }

    private static List<Party> Parties(FeatureCollection collection, FeatureConfiguration configuration)
    {
        var merged = collection.MergedBy(configuration);
        var parties = merged
            .Select(one => new Party(one.Feature.Name, FeatureRole.Of(one.Feature, collection.Definitions), one.Place))
            .ToList();
        // Another collection's, of which only the reference is known.
        foreach (var request in configuration.Requests)
        {
            if (merged.All(one => one.Place != request.Reference.Span))
            {
                var id = FeatureReference.Parse(request.Reference.Value).Id;
                parties.Add(new Party(id, FeatureRole.Named(id, collection.Definitions) ?? id, request.Reference.Span));
            }
        }

        return [.. parties.OrderBy(party => party.Place.Start)];
    }

    private sealed record Party(string Name, string Role, SourceSpan Place)
    {
        public override string ToString() =>
            Name == Role || Name.EndsWith("/" + Role, StringComparison.Ordinal)
                ? $"\"{Name}\""
                : $"\"{Name}\", which does the work of {Role},";
    }
}
