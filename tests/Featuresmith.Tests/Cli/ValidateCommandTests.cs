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
}
