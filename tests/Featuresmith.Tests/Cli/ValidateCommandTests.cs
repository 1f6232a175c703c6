using Featuresmith.Cli;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Cli;

public class ValidateCommandTests
{
    [Test]
    public async Task A_finding_is_a_record_with_the_line_a_marker_and_the_way_out()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "hello/devcontainer-feature.json",
            "{\n  \"id\": \"hello\",\n  \"version\": \"v1\",\n  \"name\": \"Hello\"\n}\n"
        );
        folder.Write("hello/install.sh", "#!/bin/sh\n");
        var run = await CommandLine.RunAsync("validate", Path.Combine(folder.Path, "hello"));
        run.Code.ShouldBe(ExitCode.Findings);
        run.Output.ShouldBe(
            $"""
            {folder.Path}/hello/devcontainer-feature.json:3:14: error FS103: version "v1" is not a semantic version [semver]
              |
            3 |   "version": "v1",
              |              ^~~~
              help: write major.minor.patch, for example "1.0.0"

            1 error
            1 Feature checked

            """
        );
    }

    [Test]
    public async Task A_file_a_Feature_a_collection_and_a_repository_are_all_understood()
    {
        using var repository = new SmallRepository();
        await repository.GenerateAsync();
        repository.Folder.Write("features/test/hello/test.sh", "#!/bin/sh\n");
        foreach (
            var path in new[]
            {
                "",
                "features",
                "features/src",
                "features/src/hello",
                "features/src/hello/",
                "features/src/hello/devcontainer-feature.json",
            }
        )
        {
            var run = await CommandLine.RunAsync("validate", Path.Combine(repository.Folder.Path, path));
            run.ShouldBe(new CommandLine(ExitCode.Clean, "1 Feature checked\n", ""), path);
        }
    }

    [Test]
    public async Task A_path_that_does_not_exist_or_holds_no_Feature_is_a_usage_error()
    {
        using var folder = new TemporaryFolder();
        var missing = await CommandLine.RunAsync("validate", Path.Combine(folder.Path, "nowhere"));
        missing.Code.ShouldBe(ExitCode.Usage);
        missing.Error.ShouldEndWith("nowhere does not exist\n");
        var empty = await CommandLine.RunAsync("validate", folder.Path);
        empty.Code.ShouldBe(ExitCode.Usage);
        empty.Error.ShouldContain("holds no Feature");
    }

    [TestCase("[]")]
    [TestCase("7")]
    [TestCase("")]
    [TestCase("{")]
    [TestCase("{ \"id\": 7, \"version\": [], \"name\": {}, \"options\": [], \"mounts\": 1 }")]
    [TestCase("{ \"options\": { \"a\": null, \"b\": { \"type\": \"string\", \"enum\": 3, \"default\": {} } } }")]
    public async Task Metadata_of_any_shape_gives_findings_and_no_crash(string json)
    {
        using var folder = new TemporaryFolder();
        folder.Write("devcontainer-feature.json", json);
        folder.Write("install.sh", "");
        var run = await CommandLine.RunAsync("validate", folder.Path);
        run.Code.ShouldBe(ExitCode.Findings);
        run.Output.ShouldContain("devcontainer-feature.json:1:");
    }

    [Test]
    public async Task Every_format_has_the_same_exit_code(
        [Values("text", "json", "sarif", "github")] string format,
        [Values("{}", "{ \"id\": \"hello\", \"version\": \"1.0.0\", \"name\": \"Hello\" }")] string json,
        [Values] bool denyWarnings
    )
    {
        using var folder = new TemporaryFolder();
        folder.Write("hello/devcontainer-feature.json", json);
        folder.Write("hello/install.sh", "set -e\n");
        var run = await CommandLine.RunAsync([
            "validate",
            folder.Path,
            "--format",
            format,
            .. denyWarnings ? ["--deny-warnings"] : (string[])[],
        ]);
        run.Code.ShouldBe(json == "{}" || denyWarnings ? ExitCode.Findings : ExitCode.Clean);
        run.Output.ShouldContain("FS203");
    }

    [TestCase("--rule", "FS203")]
    [TestCase("--rule", "FS203=maybe")]
    [TestCase("--rule", "FS999=off")]
    [TestCase("--format", "xml")]
    public async Task A_wrong_flag_is_a_usage_error(string flag, string value)
    {
        using var folder = new TemporaryFolder();
        folder.Write("hello/devcontainer-feature.json", "{}");
        var run = await CommandLine.RunAsync("validate", folder.Path, flag, value);
        run.Code.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain(value.Split('=')[0]);
    }

    [Test]
    public async Task A_control_character_of_a_file_does_not_reach_the_terminal()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "hello/devcontainer-feature.json",
            "{ \"id\": \"\\u001b[31m\\nhello\", \"version\": \"1.0.0\", \"name\": \"n\" }"
        );
        folder.Write("hello/install.sh", "#!/bin/sh\nset -e\n");
        var run = await CommandLine.RunAsync("validate", folder.Path);
        run.Output.ShouldContain("error FS102: id \"·[31m·hello\" differs");
        run.Output.ShouldNotContain("\u001b");
    }
}
