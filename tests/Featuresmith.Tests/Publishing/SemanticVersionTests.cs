using Featuresmith.Definitions;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Publishing;

public class SemanticVersionTests
{
    // semver.org, 11, with numbers beyond every fixed size.
    private static readonly string[] Rising =
    [
        "0.0.0",
        "1.0.0-0",
        "1.0.0-2",
        "1.0.0-11",
        "1.0.0-99999999999999999999",
        "1.0.0-alpha",
        "1.0.0-alpha.1",
        "1.0.0-alpha.beta",
        "1.0.0-beta",
        "1.0.0-beta.2",
        "1.0.0-beta.11",
        "1.0.0-rc.1",
        "1.0.0",
        "1.0.1",
        "1.2.0",
        "1.10.0",
        "2.0.0",
        "99999999999999999999.0.0",
    ];

    [Test]
    public void Precedence_is_that_of_the_specification() =>
        (
            from left in Enumerable.Range(0, Rising.Length)
            from right in Enumerable.Range(0, Rising.Length)
            let order = Math.Sign(Parse(Rising[left]).CompareTo(Parse(Rising[right])))
            where order != Math.Sign(left.CompareTo(right))
            select $"{Rising[left]} {Rising[right]}: {order}"
        ).ShouldBeEmpty();

    [TestCase("1.0")]
    [TestCase("01.0.0")]
    [TestCase("v1.0.0")]
    [TestCase("=1.0.0")]
    [TestCase(" 1.0.0 ")]
    [TestCase("1.0.0\n")]
    [TestCase("1.0.0+b1")]
    [TestCase("1.0.0-")]
    [TestCase("1.0.0-01")]
    [TestCase("latest")]
    [TestCase("")]
    public void What_cannot_be_a_tag_and_a_version_is_none(string text) =>
        SemanticVersion.TryParse(text).ShouldBeNull();

    [TestCase("1.2.3", BumpLevel.Patch, "1.2.4")]
    [TestCase("1.2.3", BumpLevel.Minor, "1.3.0")]
    [TestCase("1.2.3", BumpLevel.Major, "2.0.0")]
    [TestCase("2.0.0-beta.1", BumpLevel.Major, "2.0.0")]
    [TestCase("1.3.0-beta.1", BumpLevel.Minor, "1.3.0")]
    [TestCase("1.3.0-beta.1", BumpLevel.Major, "2.0.0")]
    [TestCase("1.3.1-beta.1", BumpLevel.Patch, "1.3.1")]
    [TestCase("1.3.1-beta.1", BumpLevel.Minor, "1.4.0")]
    public void The_next_version_has_zeros_behind_the_raised_number(string before, BumpLevel level, string after) =>
        Parse(before).Next(level).ToString().ShouldBe(after);

    private static SemanticVersion Parse(string text) => SemanticVersion.TryParse(text).ShouldNotBeNull();
}
