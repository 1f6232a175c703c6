using Featuresmith.Definitions;

namespace Featuresmith.Publishing;

/// <summary>
/// Which tags a version gets (specification, devcontainer-features-distribution.md, "Versioning"). Where we differ from the devcontainers
/// CLI (publishCommandImpl.ts, getSemanticTags), ours is the safer: a prerelease gets no tag but its own.
/// </summary>
public static class VersionTags
{
    /// <summary>The tag of the newest release.</summary>
    public const string Latest = "latest";

    /// <summary>Every tag that should name a version, the exact one first, because the others promise that it exists.</summary>
    /// <param name="version">The version.</param>
    /// <param name="published">The tags that exist; those that are no versions do not count.</param>
    public static IReadOnlyList<string> For(SemanticVersion version, IEnumerable<string> published) =>
        [version.ToString(), .. Floating(version, published)];

    /// <summary>The tags that move from version to version and should name this one.</summary>
    public static IReadOnlyList<string> Floating(SemanticVersion version, IEnumerable<string> published)
    {
        if (version.IsPrerelease)
        {
            return [];
        }

        var newer = Versions(published).Where(other => !other.IsPrerelease && other > version).ToList();
        (string Tag, Func<SemanticVersion, bool> Covers)[] floating =
        [
            ($"{version.Major}.{version.Minor}", other => (other.Major, other.Minor) == (version.Major, version.Minor)),
            ($"{version.Major}", other => other.Major == version.Major),
            (Latest, _ => true),
        ];
        return [.. floating.Where(tag => !newer.Any(tag.Covers)).Select(tag => tag.Tag)];
    }

    /// <summary>The version that a floating tag should name: the newest published release that it covers, or null.</summary>
    public static SemanticVersion? Owner(string tag, IReadOnlyCollection<string> published) =>
        Versions(published).Where(version => Floating(version, published).Contains(tag)).Max();

    /// <summary>The version before a given one: the newest published release below it, or null.</summary>
    public static SemanticVersion? Before(SemanticVersion version, IEnumerable<string> published) =>
        Versions(published).Where(other => !other.IsPrerelease && other < version).Max();

    /// <summary>The newest published release, or where there is none the newest prerelease, or null.</summary>
    public static SemanticVersion? Newest(IEnumerable<string> published) =>
        Versions(published).OrderBy(version => !version.IsPrerelease).ThenBy(version => version).LastOrDefault();

    private static IEnumerable<SemanticVersion> Versions(IEnumerable<string> tags) =>
        tags.Select(SemanticVersion.TryParse).OfType<SemanticVersion>();
}
