using Featuresmith.Cli;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Cli;

public class CollectionPageTests
{
    private const string Comparison = """
        "comparison": {
          "chooseWhen": "you want to be greeted",
          "isolation": { "suits": "yes", "note": "words only" },
          "unprivileged": { "suits": "yes", "note": "none needed" },
          "imageSharing": { "suits": "no", "note": "no images" },
          "persistence": { "suits": "partly", "note": "in memory" },
          "codespaces": { "suits": "yes", "note": "anywhere" },
          "rootlessHosts": { "suits": "yes", "note": "anywhere" },
          "kubernetes": { "suits": "no", "note": "no cluster" },
          "ci": { "suits": "yes", "note": "quick" }
        },
        """;

    private const string Template = """
        # {{ collection.name }}
        {{~ for feature in features ~}}
        {{ feature.id }}: choose this when {{ feature.choose_when }}; {{ for aspect in aspects }}{{ feature.aspects[aspect].suits }} {{ end }}
        {{~ for result in feature.results ~}}
        {{ result.base }} {{ result.passed }} {{ result.failed }} {{ result.seconds }}
        {{~ end ~}}
        {{ if feature.speed }}{{ feature.speed.start }}{{ end }}
        {{~ end ~}}
        """;

    private SmallRepository repository = null!;

    [SetUp]
    public void MakeRepository()
    {
        repository = new SmallRepository();
        repository.Folder.Write("templates/README.md.sbn", Template);
        Define(Comparison);
    }

    [TearDown]
    public void RemoveRepository() => repository.Dispose();

    [Test]
    public async Task The_page_is_made_of_definitions_results_and_speed()
    {
        repository.Folder.Write(
            "features/results.json",
            """
            { "tests": [
              { "feature": "hello", "scenario": "hey", "base": "debian:trixie", "result": "passed", "seconds": 2.5 },
              { "feature": "hello", "scenario": "test", "base": "debian:trixie", "result": "failed", "seconds": 1 },
              { "feature": "hello", "scenario": "gone", "base": "debian:trixie", "result": "failed", "seconds": 9 },
              { "feature": "other", "scenario": "test", "base": "debian:trixie", "result": "passed", "seconds": 9 }
            ] }
            """
        );
        repository.Folder.Write("features/speed.json", """{ "hello": { "start": 0.5 } }""");
        var run = await repository.GenerateAsync();
        run.Code.ShouldBe(ExitCode.Clean, run.Output);
        run.Output.ShouldContain("created  features/README.md\n");
        var page = repository.Folder.Read("features/README.md");
        page.ShouldContain("hello: choose this when you want to be greeted; yes yes no partly yes yes no yes \n");
        page.ShouldContain("debian:trixie 1 1 3.5\n");
        page.ShouldContain("0.5");
        (await repository.GenerateAsync("--check")).Code.ShouldBe(ExitCode.Clean);
    }

    [Test]
    public async Task A_changed_result_is_drift()
    {
        await repository.GenerateAsync();
        repository.Folder.Write(
            "features/results.json",
            """{ "tests": [{ "feature": "hello", "scenario": "hey", "base": "debian:trixie", "result": "passed", "seconds": 2 }] }"""
        );
        var check = await repository.GenerateAsync("--check");
        check.Code.ShouldBe(ExitCode.Findings);
        check.Output.ShouldContain("changed  features/README.md\n");
    }

    [Test]
    public async Task One_Feature_alone_still_makes_the_whole_page()
    {
        repository.Folder.Write(
            "templates/second/feature.jsonc",
            $$"""{ "metadata": { "id": "second", "version": "1.0.0", "name": "Second" }, {{Comparison.TrimEnd().TrimEnd(',')}} }"""
        );
        repository.Folder.Write("templates/second/devcontainer-feature.json.sbn", "{{ metadata | to_json }}\n");
        repository.Folder.Write("templates/second/install.sh.sbn", "#!/bin/sh\nset -e\n");
        await repository.GenerateAsync("-f", "hello");
        repository.Folder.Read("features/README.md").ShouldContain("second: choose this when");
        File.Exists(Path.Combine(repository.Folder.Path, "features/src/second/install.sh")).ShouldBeFalse();
    }

    [Test]
    public async Task A_comparison_that_leaves_something_out_is_an_error_at_its_place()
    {
        Define("\"comparison\": { \"chooseWhen\": \"always\" },");
        var run = await repository.GenerateAsync();
        run.Code.ShouldBe(ExitCode.Findings);
        run.Output.ShouldContain("templates/hello/feature.jsonc:");
        run.Output.ShouldContain("FS601");
        run.Output.ShouldContain("isolation");
    }

    [Test]
    public async Task Results_that_are_no_JSON_are_an_error_at_their_place()
    {
        repository.Folder.Write("features/results.json", "{ \"tests\": [");
        var run = await repository.GenerateAsync();
        run.Code.ShouldBe(ExitCode.Findings);
        run.Output.ShouldContain("features/results.json:1:");
    }

    [Test]
    public async Task Without_a_template_there_is_no_page()
    {
        File.Delete(Path.Combine(repository.Folder.Path, "templates/README.md.sbn"));
        await repository.GenerateAsync();
        File.Exists(Path.Combine(repository.Folder.Path, "features/README.md")).ShouldBeFalse();
    }

    private void Define(string comparison) =>
        repository.Folder.Write(
            "templates/hello/feature.jsonc",
            SmallRepository.Definition.Replace(
                "\"scenarios\": {",
                $"{comparison}\n  \"scenarios\": {{",
                StringComparison.Ordinal
            )
        );
}
