using Featuresmith.Cli;
using Featuresmith.Tests.Validation;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Cli;

public class CoverageCommandTests
{
    private const string Options = """
        "options": { "mode": { "type": "string", "enum": ["a", "b"], "default": "a" }, "path": { "type": "string", "default": "" } }
        """;

    [Test]
    public async Task What_no_scenario_tries_is_named()
    {
        using var collection = new SmallCollection().Feature("tool", Options).Feature("bare");
        (await CommandLine.RunAsync("coverage", collection.Folder.Path)).ShouldBe(
            new CommandLine(
                ExitCode.Clean,
                "bare: no options\n"
                    + "tool: 1 of 3 values are tried, 33 %\n"
                    + "  mode: never \"b\"\n"
                    + "  path: never anything but its default, and no value is proposed for it\n"
                    + "all: 1 of 3 values are tried, 33 %\n",
                ""
            )
        );
    }

    [TestCase("33", ExitCode.Clean)]
    [TestCase("34", ExitCode.Findings)]
    public async Task Less_than_what_is_asked_for_is_a_finding(string minimum, int code)
    {
        using var collection = new SmallCollection().Feature("tool", Options).Feature("bare");
        (await CommandLine.RunAsync("coverage", collection.Folder.Path, "--min", minimum)).Code.ShouldBe(code);
        (await CommandLine.RunAsync("coverage", collection.Folder.Path, "--json", "--min", minimum)).Code.ShouldBe(
            code
        );
    }

    [Test]
    public async Task Scenarios_are_added_to_a_foreign_collection_which_then_lacks_nothing_that_can_be_known()
    {
        using var collection = new SmallCollection().Feature("tool", Options);
        collection.Scenarios(
            "tool",
            "{\n    // Ours.\n    \"plain\": { \"image\": \"debian:trixie\", \"features\": { \"tool\": {} } }\n}\n",
            "plain"
        );
        var run = await CommandLine.RunAsync("coverage", collection.Folder.Path, "--write");
        run.Code.ShouldBe(ExitCode.Clean, run.Error);
        collection.Folder.Read("test/tool/scenarios.json").ShouldStartWith("{\n    // Ours.\n    \"plain\": {");
        collection.Folder.Read("test/tool/mode_b.sh").ShouldContain("mode=\"b\"");
        (await CommandLine.RunAsync("coverage", collection.Folder.Path)).Output.ShouldNotContain("mode");
        (await CommandLine.RunAsync("validate", collection.Folder.Path)).Output.ShouldNotContain("test/tool");
        var listed = await CommandLine.RunAsync("test", "--list", "-p", collection.Folder.Path);
        listed.Output.ShouldContain("tool/mode_b@debian:trixie\n");
        var before = collection.Folder.Snapshot();
        await CommandLine.RunAsync("coverage", collection.Folder.Path, "--write");
        collection.Folder.Snapshot().ShouldBe(before);
    }

    [Test]
    public async Task A_Feature_without_any_test_gets_its_folder()
    {
        using var collection = new SmallCollection().Feature("tool", Options);
        Directory.Delete(Path.Combine(collection.Folder.Path, "test"), recursive: true);
        await CommandLine.RunAsync("coverage", collection.Folder.Path, "--write", "--apart");
        collection.Folder.Read("test/tool/scenarios.json").ShouldContain("\"mode_a\"");
        collection.Folder.Read("test/tool/mode_b.sh").ShouldNotContain("test.sh");
    }

    [Test]
    public async Task Scenarios_are_added_to_a_definition_and_generated_from_there()
    {
        using var repository = new SmallRepository();
        repository.Folder.Write(
            "templates/hello/feature.jsonc",
            SmallRepository.Definition.Replace(
                "[\"hi\", \"hey\"]",
                "[\"hi\", \"hey\", \"hello\"]",
                StringComparison.Ordinal
            )
        );
        await repository.GenerateAsync();
        var run = await CommandLine.RunAsync("coverage", repository.Folder.Path, "--write");
        run.Code.ShouldBe(ExitCode.Clean, run.Error);
        run.Error.ShouldContain("\"featuresmith generate -f hello\" brings them into features/\n");
        repository.Folder.Read("templates/hello/feature.jsonc").ShouldContain("// A comment.");
        var generated = await repository.GenerateAsync();
        generated.Code.ShouldBe(ExitCode.Clean, generated.Output);
        repository.Folder.Read("features/test/hello/scenarios.json").ShouldContain("\"greeting\": \"hello\"");
        var after = await CommandLine.RunAsync("coverage", repository.Folder.Path, "--min", "100");
        after.Output.ShouldBe("hello: 3 of 3 values are tried, 100 %\n");
    }

    [Test]
    public async Task Scenarios_to_add_are_printed_and_nothing_is_written()
    {
        using var collection = new SmallCollection().Feature("tool", Options);
        var before = collection.Folder.Snapshot();
        var run = await CommandLine.RunAsync("coverage", collection.Folder.Path, "--scenarios");
        run.Output.ShouldContain("\"mode_b\": {\n    \"image\": \"debian:stable-slim\",\n");
        collection.Folder.Snapshot().ShouldBe(before);
    }

    [Test]
    public async Task A_scenario_file_that_is_no_JSON_is_an_error_at_its_place()
    {
        using var collection = new SmallCollection().Feature("tool", Options).Scenarios("tool", "{ \"x\": ");
        var run = await CommandLine.RunAsync("coverage", collection.Folder.Path, "--write");
        run.Code.ShouldBe(ExitCode.Findings);
        run.Output.ShouldContain("test/tool/scenarios.json:1:");
        collection.Folder.Read("test/tool/scenarios.json").ShouldBe("{ \"x\": ");
    }
}
