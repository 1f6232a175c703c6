using Featuresmith.Coverage;
using Featuresmith.Tests.Validation;
using Featuresmith.Validation;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Coverage;

public class FeatureCoverageTests
{
    private const string Options = """
        "options": {
          "mode": { "type": "string", "enum": ["a", "b", "c"], "default": "a" },
          "quiet": { "type": "boolean", "default": false },
          "version": { "type": "string", "proposals": ["latest", "1"], "default": "latest" },
          "path": { "type": "string", "default": "" }
        }
        """;

    private SmallCollection collection = null!;

    [SetUp]
    public void MakeCollection() => collection = new SmallCollection().Feature("tool", Options);

    [TearDown]
    public void RemoveCollection() => collection.Dispose();

    [Test]
    public void Defaults_are_tried_by_the_script_of_the_defaults_and_nothing_else_is() =>
        Missing().ShouldBe(["mode: b c", "quiet: true", "version: *", "path: *"]);

    [Test]
    public void Without_any_test_nothing_is_tried()
    {
        File.Delete(Path.Combine(collection.Folder.Path, "test/tool/test.sh"));
        Missing().ShouldBe(["mode: a b c", "quiet: true false", "version: *", "path: *"]);
    }

    [Test]
    public void A_scenario_tries_what_it_sets_and_the_defaults_of_what_it_leaves_out()
    {
        collection.Scenarios(
            "tool",
            """{ "b": { "image": "debian:trixie", "features": { "tool": { "mode": "b", "quiet": true, "path": "/x" } } } }""",
            "b"
        );
        Missing().ShouldBe(["mode: c", "version: *"]);
    }

    [Test]
    public void The_short_form_is_the_version_and_a_quoted_boolean_counts_as_one()
    {
        collection.Scenarios(
            "tool",
            """
            {
              "short": { "image": "debian:trixie", "features": { "tool": "1" } },
              "quoted": { "image": "debian:trixie", "features": { "./tool": { "quiet": "true" } } }
            }
            """
        );
        Missing().ShouldBe(["mode: b c", "path: *"]);
    }

    [Test]
    public void A_scenario_of_another_Feature_and_a_global_one_count_too()
    {
        collection
            .Feature("other")
            .Scenarios("other", """{ "both": { "features": { "other": {}, "tool": { "mode": "b" } } } }""");
        collection.Folder.Write(
            "test/_global/scenarios.json",
            """{ "all": { "features": { "tool": { "mode": "c" } } } }"""
        );
        Missing().ShouldBe(["quiet: true", "version: *", "path: *"]);
    }

    [Test]
    public void A_container_that_must_not_come_up_tries_nothing()
    {
        collection.Folder.Write(
            "test/tool/failing-scenarios.json",
            """{ "no": { "image": "debian:trixie", "features": { "tool": { "mode": "b" } } } }"""
        );
        Missing().ShouldContain("mode: b c");
    }

    [Test]
    public void Installing_it_twice_tries_another_value_of_each_option_that_has_one()
    {
        collection.Folder.Write("test/tool/duplicate.sh", "#!/bin/sh\n");
        Missing().ShouldBe(["mode: c", "path: *"]);
    }

    [Test]
    public void Ready_made_scenarios_try_everything_that_has_a_known_value_in_as_few_containers_as_do()
    {
        var ready = ReadyScenario.Together(Only(), ["more_options"]);
        ready
            .Select(scenario => $"{scenario.Name} {scenario.OptionsObject().ToJsonString()}")
            .ShouldBe(["more_options_2 {\"mode\":\"b\",\"quiet\":true,\"version\":\"1\"}", "mode_c {\"mode\":\"c\"}"]);
    }

    [Test]
    public void Apart_each_value_has_its_own_scenario_whose_name_is_a_file_name()
    {
        collection.Feature(
            "tool",
            """ "options": { "dns": { "type": "string", "enum": ["", "1.1.1.1 8.8.8.8", "../x"], "default": "" } }"""
        );
        ReadyScenario.Apart(Only(), []).Select(scenario => scenario.Name).ShouldBe(["dns_1.1.1.1_8.8.8.8", "dns_.._x"]);
    }

    private FeatureCoverage Only() =>
        FeatureCoverage.Of(ValidationTarget.Read(collection.Folder.Path, collection.Reader, [])!)[^1];

    private List<string> Missing() =>
        [
            .. from option in Only().Options
            where option.Covered < option.Total
            select $"{option.Option.Id.Value}: {(option.IsOpen ? "*" : string.Join(' ', option.Missing))}",
        ];
}
