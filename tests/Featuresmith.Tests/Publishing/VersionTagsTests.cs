using Featuresmith.Definitions;
using Featuresmith.Publishing;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Publishing;

/// <summary>
/// The table that the devcontainers CLI 0.89 gave (publishCommandImpl.ts, getSemanticTags), in our order: the exact tag first.
/// </summary>
public class VersionTagsTests
{
    [TestCase("1.2.3", "", "1.2.3 1.2 1 latest")]
    [TestCase("1.2.3", "2.0.0 2 2.0 latest", "1.2.3 1.2 1")]
    [TestCase("1.2.2", "1.2.3 1.2 1 latest", "1.2.2")]
    [TestCase("1.3.0", "1.2.3 1.2 1 latest", "1.3.0 1.3 1 latest")]
    [TestCase("1.1.9", "1.2.3 1.2 1 latest", "1.1.9 1.1")]
    [TestCase("1.0.0", "1.0.0-beta.1 1.0 1 latest", "1.0.0 1.0 1 latest")]
    [TestCase("1.2.3", "sha-abc main 1.x sha256-0a v9.9.9", "1.2.3 1.2 1 latest")]
    [TestCase("10.0.0", "9.9.9 9 latest", "10.0.0 10.0 10 latest")]
    [TestCase("0.1.0", "", "0.1.0 0.1 0 latest")]
    public void Tags_are_those_of_the_devcontainers_CLI(string version, string published, string tags) =>
        Tags(version, published).ShouldBe(tags);

    // Where the CLI gives "1 1.0 … latest" to a prerelease, ours takes no tag from a release.
    [TestCase("1.0.0-beta.1", "", "1.0.0-beta.1")]
    [TestCase("1.0.1-beta.1", "1.0.0 1.0 1 latest", "1.0.1-beta.1")]
    [TestCase("2.0.0-rc.1", "1.0.0 1.0 1 latest", "2.0.0-rc.1")]
    public void A_prerelease_takes_no_tag_but_its_own(string version, string published, string tags) =>
        Tags(version, published).ShouldBe(tags);

    // The CLI skips a version that exists; ours names the tags that should stand, so that a publish that was cut short is completed.
    [TestCase("1.2.3", "1.2.3", "1.2 1 latest")]
    [TestCase("1.2.3", "1.2.3 1.2.4", "")]
    [TestCase("1.2.3", "1.2.3 1.3.0", "1.2")]
    public void A_published_version_keeps_its_floating_tags(string version, string published, string tags) =>
        string.Join(' ', VersionTags.Floating(Parse(version), published.Split(' '))).ShouldBe(tags);

    [TestCase("1.2.4", "1.2.3 2.0.0 1.3.0-beta", "1.2.3")]
    [TestCase("1.0.0", "1.0.0-beta.1", null)]
    [TestCase("3.0.0", "1.2.3 2.0.0 latest", "2.0.0")]
    public void A_version_is_compared_with_the_release_before_it(string version, string published, string? before) =>
        VersionTags.Before(Parse(version), published.Split(' '))?.ToString().ShouldBe(before);

    private static string Tags(string version, string published) =>
        string.Join(' ', VersionTags.For(Parse(version), published.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    private static SemanticVersion Parse(string text) => SemanticVersion.TryParse(text).ShouldNotBeNull();
}
