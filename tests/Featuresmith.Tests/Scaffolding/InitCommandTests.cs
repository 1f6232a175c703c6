using Featuresmith.Cli;
using Featuresmith.Tests.Cli;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Scaffolding;

public class InitCommandTests
{
    [Test]
    public async Task A_new_collection_is_generated_and_validated_without_a_finding()
    {
        using var folder = new TemporaryFolder();
        var run = await CommandLine.RunAsync("init", folder.Path, "-n", "owner/features", "--license", "MIT");
        run.Code.ShouldBe(ExitCode.Clean, run.Error);
        run.Error.ShouldContain("next: featuresmith generate");

        var generate = await CommandLine.RunAsync("generate", "-p", folder.Path);
        generate.Code.ShouldBe(ExitCode.Clean, generate.Output);
        var validate = await CommandLine.RunAsync("validate", folder.Path, "--deny-warnings");
        validate.Code.ShouldBe(ExitCode.Clean, validate.Output);
    }

    [Test]
    public async Task What_is_asked_for_stands_in_its_settings()
    {
        using var folder = new TemporaryFolder();
        await CommandLine.RunAsync(
            "init",
            folder.Path,
            "-n",
            "owner/features",
            "-r",
            "registry.example.test:5000",
            "--name",
            "All \"mine\"",
            "--license",
            "MIT",
            "-i",
            "debian:bullseye",
            "ubuntu:noble"
        );
        folder
            .Read("features/collection.jsonc")
            .ShouldBe(
                """
                {
                  "$schema": "../schemas/collection.schema.json",
                  "name": "All \"mine\"",
                  "registry": "registry.example.test:5000",
                  "namespace": "owner/features",
                  "license": "MIT",
                  // A scenario that names no base image runs on each of these.
                  "baseImages": ["debian:bullseye", "ubuntu:noble"]
                }

                """
            );
    }

    [Test]
    public async Task What_was_not_asked_for_is_left_out()
    {
        using var folder = new TemporaryFolder();
        await CommandLine.RunAsync("init", folder.Path, "-n", "owner/features");
        var settings = folder.Read("features/collection.jsonc");
        settings.ShouldNotContain("registry\"");
        settings.ShouldNotContain("license");
        settings.ShouldContain($"\"name\": \"{Path.GetFileName(folder.Path)}\"");
        settings.ShouldContain("\"baseImages\": [\"debian:bookworm\", \"debian:trixie\"]");
    }

    [Test]
    public async Task Files_that_are_there_stay_as_they_are()
    {
        using var folder = new TemporaryFolder();
        folder.Write("README.md", "# Ours\n");
        var run = await CommandLine.RunAsync("init", folder.Path, "-n", "owner/features");
        run.Code.ShouldBe(ExitCode.Clean);
        run.Error.ShouldContain("left as it is: README.md");
        folder.Read("README.md").ShouldBe("# Ours\n");
    }

    [Test]
    public async Task A_collection_is_not_begun_twice()
    {
        using var folder = new TemporaryFolder();
        await CommandLine.RunAsync("init", folder.Path, "-n", "owner/features");
        var before = folder.Snapshot();
        var run = await CommandLine.RunAsync("init", folder.Path, "-n", "owner/features");
        run.Code.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain("\"featuresmith new\" adds a Feature");
        folder.Snapshot().ShouldBe(before);
    }

    [TestCase("is no namespace", "-n", "Owner/Features")]
    [TestCase("is no namespace", "-n", "owner//features")]
    [TestCase("is no registry", "-n", "owner/features", "-r", "https://registry.example.test")]
    [TestCase("tests need a base image", "-n", "owner/features", "-i", "")]
    [TestCase("can be no Feature's id", "-n", "owner/features", "-f", "My Tool")]
    [TestCase("did you mean \"apt\"", "-n", "owner/features", "-t", "apr")]
    [TestCase("--namespace")]
    public async Task What_cannot_be_is_refused_and_nothing_is_written(string sentence, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var run = await CommandLine.RunAsync(["init", folder.Path, .. arguments]);
        run.Code.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain(sentence);
        folder.Snapshot().ShouldBeEmpty();
    }
}
