using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Validation;

/// <summary>
/// What stands wrong in published collections and no schema finds, each as small as it can be; the golden files of the corpus
/// show the same in the published files themselves.
/// </summary>
public class KnownCatchTests
{
    private const string Version = "\"options\": { \"version\": { \"type\": \"string\", \"default\": \"1\" } }";
    private const string Tls = "\"options\": { \"tls\": { \"type\": \"boolean\", \"default\": true } }";
    private const string Colour =
        "\"options\": { \"favourite\": { \"type\": \"string\", \"enum\": [\"red\", \"gold\"], \"default\": \"red\" } }";

    [Test]
    public void A_version_in_installsAfter() =>
        Found("FS119", "\"installsAfter\": [\"registry.example.test/o/f/common:1\"]")
            .ShouldHaveSingleItem()
            .ShouldContain("has a version, which the install order does not look at");

    [Test]
    public void A_scenario_with_user_where_remoteUser_is_meant() =>
        Found("FS309", "", "\"user\": \"vscode\", ")
            .ShouldHaveSingleItem()
            .ShouldContain("\"user\" is no property of devcontainer.json");

    [TestCase("\"true\"", "FS308", "is given as text")]
    [TestCase("\"false\"", "FS308", "is given as text")]
    [TestCase("true", "FS308", null)]
    [TestCase("\"yes\"", "FS307", "is a boolean, not \"yes\"")]
    public void A_boolean_in_quotation_marks(string value, string rule, string? message)
    {
        var found = Found(rule, Tls, given: $"\"tls\": {value}");
        found.Count.ShouldBe(message is null ? 0 : 1);
    }

    [TestCase(Version, "Version", "write \"version\"")]
    [TestCase(Version, "additional", "its options are \"version\"")]
    [TestCase("", "version", "it has no options")]
    public void An_option_that_no_Feature_declares(string options, string given, string help)
    {
        using var collection = Collection(options, "", $"\"{given}\": \"2\"");
        var finding = collection.Diagnostics("FS306").ShouldHaveSingleItem();
        finding.Message.ShouldBe($"Feature \"x\" has no option \"{given}\"");
        finding.Help!.ShouldStartWith(help);
    }

    [Test]
    public void A_value_outside_its_enum_as_in_the_official_starter() =>
        Found("FS307", Colour, given: "\"favourite\": \"purple\"")
            .ShouldHaveSingleItem()
            .ShouldContain("option \"favourite\" of Feature \"x\" does not allow \"purple\"");

    [TestCase("x-data", true)]
    [TestCase("x-${devcontainerId}", false)]
    public void A_volume_that_all_containers_of_a_host_share(string volume, bool isShared) =>
        Found("FS129", $"\"mounts\": [{{ \"type\": \"volume\", \"source\": \"{volume}\", \"target\": \"/d\" }}]")
            .Count.ShouldBe(isShared ? 1 : 0);

    [Test]
    public void A_scenario_that_must_fail_may_give_what_is_wrong()
    {
        using var collection = new SmallCollection().Feature("x", Tls);
        collection.Folder.Write(
            "test/x/failing-scenarios.json",
            "{ \"s\": { \"image\": \"i\", \"features\": { \"x\": { \"tls\": \"yes\", \"unknown\": 1 } } } }"
        );
        collection.Found("FS303", "FS306", "FS307", "FS308").ShouldBeEmpty();
    }

    private static IReadOnlyList<string> Found(string rule, string members, string properties = "", string given = "")
    {
        using var collection = Collection(members, properties, given);
        return collection.Found(rule);
    }

    private static SmallCollection Collection(string members, string properties, string given) =>
        new SmallCollection()
            .Feature("x", members)
            .Scenarios(
                "x",
                $"{{ \"s\": {{ {properties}\"image\": \"i\", \"features\": {{ \"x\": {{ {given} }} }} }} }}",
                "s"
            );
}
