using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Publishing;
using Featuresmith.Validation;

namespace Featuresmith.Consuming.Lookup;

/// <summary>What is known of the Features of known collections without asking anybody.</summary>
/// <param name="settings">Where they are published, where a person says so.</param>
/// <param name="known">The collections, the nearest first.</param>
internal sealed class NamedFeatures(LookupSettings settings, IReadOnlyList<KnownCollection> known)
{
    /// <summary>The Feature that a short name means.</summary>
    /// <exception cref="ReferenceException">There is none.</exception>
    public FeatureFolder Named(FeatureReference shortName) =>
        Home(shortName)?.Feature(shortName.Id)
        ?? throw new ReferenceException(
            $"there is no Feature \"{shortName.Id}\" here; "
                + (Spelling.Nearest(shortName.Id, Ids) is { } near ? $"did you mean \"{near}\"? " : "")
                + $"Short names are {string.Join(", ", Ids)}; of other collections write HOST/OWNER/ID"
        );

    /// <summary>The reference that a short name stands for.</summary>
    /// <exception cref="ReferenceException">There is no such name, or nobody says where it is published.</exception>
    public FeatureReference Spell(FeatureReference shortName)
    {
        _ = Named(shortName);
        var home = Home(shortName)!.Settings;
        var host =
            settings.Registry
            ?? home?.Registry?.Value
            ?? throw new ReferenceException(
                $"which registry is \"{shortName.Id}\" to come from? Give -r HOST, or write HOST/OWNER/{shortName.Id}"
            );
        var owner =
            settings.Namespace
            ?? home?.Namespace?.Value
            ?? throw new ReferenceException(
                $"which namespace is \"{shortName.Id}\" in? Give -n OWNER/NAME, or write HOST/OWNER/{shortName.Id}"
            );
        return FeatureReference.Parse($"{host}/{owner}/{shortName.Text}");
    }

    /// <summary>
    /// The Feature of a known collection that a whole reference means, or null. Under another registry's name it may be anybody's, so
    /// that it is only taken for ours where nobody may be asked.
    /// </summary>
    public FeatureFolder? Published(FeatureReference reference) =>
        known
            .Where(collection => IsOf(collection, reference))
            .Select(collection => collection.Feature(reference.Id))
            .FirstOrDefault(feature => feature is not null);

    /// <summary>Whether what is known of a Feature is of the version that a reference names.</summary>
    /// <param name="feature">The Feature.</param>
    /// <param name="version">The tag or digest of the reference; null for none.</param>
    public static bool Answers(FeatureFolder feature, string? version) =>
        SemanticVersion.TryParse(feature.Metadata?.Version?.Value ?? "") is { } carried
        && (
            version is null or VersionTags.Latest
            || Enum.GetValues<VersionPin>().Any(level => PinnedTag.Of(carried, level) == version)
        );

    private IEnumerable<string> Ids => known.SelectMany(collection => collection.Ids).Distinct();

    private KnownCollection? Home(FeatureReference shortName) =>
        known.FirstOrDefault(collection => collection.Feature(shortName.Id) is not null);

    private bool IsOf(KnownCollection collection, FeatureReference reference) =>
        reference.Kind == FeatureReferenceKind.Registry
        && Same(reference.Namespace, settings.Namespace ?? collection.Settings?.Namespace?.Value)
        && (
            settings.Source is null
            || Same(reference.Text.Split('/')[0], settings.Registry ?? collection.Settings?.Registry?.Value)
        );

    private static bool Same(string written, string? known) =>
        string.Equals(written, known, StringComparison.OrdinalIgnoreCase);
}
