using Featuresmith.Diagnostics;
using Featuresmith.Smoke;
using Featuresmith.Tests.Cli;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Smoke;

public class SmokePlanTests
{
    private SmallRepository repository = null!;
    private SmokeCollection collection = null!;

    [SetUp]
    public async Task MakeCollection()
    {
        repository = new SmallRepository();
        repository.Folder.Write("templates/hello/test/test.sh", "#!/bin/sh\ntrue\n");
        (await repository.GenerateAsync()).Code.ShouldBe(0);
        collection = SmokeCollection.Find(repository.Folder.Path)!;
    }

    [TearDown]
    public void RemoveCollection() => repository.Dispose();

    [Test]
    public void Defaults_scenarios_and_expected_failures_each_have_their_base_images() =>
        Names([], ["debian:sid"])
            .ShouldBe(["hello/test@debian:sid", "hello/hey@debian:trixie", "hello/shout@debian:bookworm"]);

    [Test]
    public void Base_images_of_the_caller_replace_all_others() =>
        Names(["a", "b"], ["debian:sid"])
            .ShouldBe(["hello/test@a", "hello/test@b", "hello/hey@a", "hello/hey@b", "hello/shout@a", "hello/shout@b"]);

    [Test]
    public void An_expected_failure_knows_what_it_must_say()
    {
        var cases = Cases(["a"], []);
        cases.Single(smokeCase => smokeCase.Scenario == "shout").FailsWith.ShouldBe("no shouting");
        cases.Where(smokeCase => smokeCase.Scenario != "shout").ShouldAllBe(smokeCase => smokeCase.FailsWith == null);
    }

    [Test]
    public void A_scenario_with_its_own_Dockerfile_builds_it_on_each_base_image()
    {
        repository.Folder.Write(
            "features/test/hello/scenarios.json",
            """{ "hey": { "image": "a", "build": { "dockerfile": "Dockerfile", "args": { "OTHER": "1" } }, "features": { "hello": {} } } }"""
        );
        var hey = Cases(["a", "b"], []).Where(smokeCase => smokeCase.Scenario == "hey").ToList();
        hey.Select(smokeCase => smokeCase.Configuration["build"]!["args"]!.ToJsonString())
            .ShouldBe(["""{"OTHER":"1","BASE_IMAGE":"a"}""", """{"OTHER":"1","BASE_IMAGE":"b"}"""]);
        hey.ShouldAllBe(smokeCase => !smokeCase.Configuration.ContainsKey("image"));
    }

    [TestCase("hello/hey@debian:trixie", true)]
    [TestCase("hello/hey", true)]
    [TestCase("hey", true)]
    [TestCase("h*@debian:trixie", true)]
    [TestCase("he", false)]
    [TestCase("hello", false)]
    public void A_filter_is_exact_but_for_its_stars(string filter, bool matches) =>
        NameFilter.Matches(filter, Cases([], ["x"]).Single(smokeCase => smokeCase.Scenario == "hey")).ShouldBe(matches);

    private IEnumerable<string> Names(string[] bases, string[] defaults) =>
        Cases(bases, defaults).Select(smokeCase => smokeCase.Name);

    private IReadOnlyList<SmokeCase> Cases(string[] bases, string[] defaults) =>
        new SmokePlan(collection, new DiagnosticBag()).Cases(["hello"], bases, defaults);
}
