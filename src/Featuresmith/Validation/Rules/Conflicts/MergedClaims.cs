using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;

namespace Featuresmith.Validation.Rules.Conflicts;

/// <summary>
/// Finds what two Features of one configuration claim alike. The Features are those that end up in the container: those
/// asked for and, as far as the collection holds them, those that they depend on.
/// </summary>
internal static class MergedClaims
{
    /// <summary>A conflict between two Features of a configuration.</summary>
    /// <param name="Place">The reference by which the later one came.</param>
    /// <param name="First">The claim of the earlier one.</param>
    /// <param name="Second">The claim of the later one.</param>
    public sealed record Conflict(SourceSpan Place, FeatureClaim First, FeatureClaim Second)
    {
        /// <summary>The conflict as a finding.</summary>
        /// <param name="message">What is wrong.</param>
        /// <param name="help">The way out.</param>
        public Finding Say(string message, string help) =>
            new(Place, message, help)
            {
                Related =
                [
                    new RelatedSpan(First.Span, $"claimed by \"{First.Owner.Name}\""),
                    new RelatedSpan(Second.Span, $"claimed by \"{Second.Owner.Name}\""),
                ],
            };
    }

    /// <summary>Every pair of Features that claim one thing, in every configuration that is meant to come up.</summary>
    /// <param name="collection">The Features and the configurations.</param>
    /// <param name="claims">What one Feature claims.</param>
    public static IEnumerable<Conflict> Find(
        FeatureCollection collection,
        Func<FeatureFolder, IEnumerable<FeatureClaim>> claims
    )
    {
        // Many scenarios ask for the same Feature, and finding its claims may mean to read its scripts.
        var known = new Dictionary<string, List<FeatureClaim>>(StringComparer.Ordinal);
        foreach (var configuration in collection.Configurations.Where(configuration => !configuration.ExpectsFailure))
        {
            var features = collection.MergedBy(configuration);
            var owners = new Dictionary<string, FeatureClaim>(StringComparer.Ordinal);
            foreach (var (feature, place) in features.Count > 1 ? features : [])
            {
                if (!known.TryGetValue(feature.Name, out var made))
                {
                    known[feature.Name] = made = [.. claims(feature)];
                }

                foreach (var claim in made)
                {
                    if (
                        !owners.TryAdd(claim.Name, claim)
                        && owners[claim.Name] is var first
                        && first.Owner != feature
                        && (claim.Content is null || claim.Content != first.Content)
                    )
                    {
                        yield return new Conflict(place, first, claim);
                    }
                }
            }
        }
    }
}
