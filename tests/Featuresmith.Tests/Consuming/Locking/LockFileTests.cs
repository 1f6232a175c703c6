using Featuresmith.Consuming.Locking;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Consuming.Locking;

public class LockFileTests
{
    private const string Digest = "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";

    private static readonly LockedFeature Leaf = new("r.test/o/leaf:1", "1.0.0", $"r.test/o/leaf@{Digest}", Digest, []);
    private static readonly LockedFeature Mid = new(
        "r.test/o/mid",
        "0.3.1",
        $"r.test/o/mid@{Digest}",
        Digest,
        ["r.test/o/leaf:1", "r.test/o/\"odd\""]
    );

    private const string Text = $$"""
        {
          "features": {
            "r.test/o/leaf:1": {
              "version": "1.0.0",
              "resolved": "r.test/o/leaf@{{Digest}}",
              "integrity": "{{Digest}}"
            },
            "r.test/o/mid": {
              "version": "0.3.1",
              "resolved": "r.test/o/mid@{{Digest}}",
              "integrity": "{{Digest}}",
              "dependsOn": [
                "r.test/o/leaf:1",
                "r.test/o/\"odd\""
              ]
            }
          }
        }

        """;

    [Test]
    public void It_is_sorted_and_laid_out_as_JSON_stringify_does() => LockFile.Of([Mid, Leaf]).Text().ShouldBe(Text);

    [Test]
    public void One_without_Features_is_too() => LockFile.Empty.Text().ShouldBe("{\n  \"features\": {}\n}\n");

    [Test]
    public void A_Feature_without_a_version_has_no_key_for_it() =>
        LockFile.Of([Leaf with { Version = null }]).Text().ShouldNotContain("version");

    [Test]
    public void What_is_read_is_written_again() => Read(Text).Text().ShouldBe(Text);

    [TestCase("")]
    [TestCase(" \n")]
    [TestCase("{}")]
    [TestCase("{ \"features\": [] }")]
    public void A_file_that_says_nothing_locks_nothing(string text) => Read(text).Features.ShouldBeEmpty();

    [Test]
    public void A_file_that_is_no_JSON_is_a_finding()
    {
        var bag = new DiagnosticBag();
        LockFile.Read(new SourceText("devcontainer-lock.json", "{ \"features\" "), bag);
        bag.Single().ToString().ShouldStartWith("devcontainer-lock.json:1:");
    }

    [Test]
    public void Another_layout_says_the_same() =>
        Says(Text.Replace("\n", "", StringComparison.Ordinal).Replace("  ", "", StringComparison.Ordinal))
            .ShouldBeTrue();

    [TestCase("")]
    [TestCase("{")]
    public void An_empty_or_broken_file_says_something_else(string text) => Says(text).ShouldBeFalse();

    [Test]
    public void So_does_one_that_JSON_parse_refuses()
    {
        Says("// note\n" + Text).ShouldBeFalse();
        Says(Text.Replace("}\n}\n", "},\n}\n", StringComparison.Ordinal)).ShouldBeFalse();
        Mine().IsSaidBy(new SourceText("x", Text, hasByteOrderMark: true)).ShouldBeFalse();
    }

    [Test]
    public void And_one_with_a_record_more_or_less_or_other()
    {
        LockFile.Of([Mid]).IsSaidBy(new SourceText("x", Text)).ShouldBeFalse();
        LockFile.Of([Mid, Leaf with { Version = "1.0.1" }]).IsSaidBy(new SourceText("x", Text)).ShouldBeFalse();
    }

    [TestCase("/w/.devcontainer/devcontainer.json", "/w/.devcontainer/devcontainer-lock.json")]
    [TestCase("/w/.devcontainer/one/devcontainer.json", "/w/.devcontainer/one/devcontainer-lock.json")]
    [TestCase("/w/.devcontainer.json", "/w/.devcontainer-lock.json")]
    public void It_lies_beside_the_configuration_and_is_hidden_where_that_is(string configuration, string expected) =>
        LockFile.PathFor(configuration).ShouldBe(expected);

    [Test]
    public void Changes_are_what_came_went_and_differs()
    {
        var changes = LockChange.Between(
            LockFile.Of([Mid, Leaf]),
            LockFile.Of([Mid with { DependsOn = [] }, Leaf with { Id = "r.test/o/leaf:2" }])
        );
        changes
            .Select(change => $"{change.Id} {change.Before is not null} {change.After is not null}")
            .ShouldBe(["r.test/o/leaf:2 False True", "r.test/o/mid True True", "r.test/o/leaf:1 True False"]);
        LockChange.Between(Read(Text), LockFile.Of([Leaf, Mid])).ShouldBeEmpty();
    }

    private static bool Says(string text) => Mine().IsSaidBy(new SourceText("x", text));

    private static LockFile Mine() => LockFile.Of([Mid, Leaf]);

    private static LockFile Read(string text) => LockFile.Read(new SourceText("devcontainer-lock.json", text), []);
}
