using System.Diagnostics;
using Featuresmith.Cli;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Cli;

/// <summary>"generate --since": a Feature that differs from a revision needs a version that differs too.</summary>
public class StaleVersionTests
{
    private SmallRepository repository = null!;

    [SetUp]
    public async Task Release()
    {
        repository = new SmallRepository();
        await repository.GenerateAsync();
        Git("init", "--quiet");
        Git("add", "--all");
        Git(
            "-c",
            "user.name=Test",
            "-c",
            "user.email=test@example.test",
            "commit",
            "--quiet",
            "--message",
            "A release"
        );
    }

    [TearDown]
    public void RemoveRepository() => repository.Dispose();

    [Test]
    public async Task What_is_as_it_was_needs_none()
    {
        var run = await repository.GenerateAsync("--check", "--since", "HEAD");
        run.Code.ShouldBe(ExitCode.Clean, run.Output);
        run.Output.ShouldNotContain("needs a new version");
    }

    [Test]
    public async Task A_changed_partial_asks_for_a_version_of_every_Feature_that_it_changes()
    {
        repository.Folder.Write("templates/shared/say.sh.sbn", "say() { echo \"# $@\"; }");
        var check = await repository.GenerateAsync("--check", "--since", "HEAD");
        check.Code.ShouldBe(ExitCode.Findings);
        check.Output.ShouldContain(
            "hello differs from HEAD in src/hello/install.sh and is still 1.0.0: it needs a new version in templates/hello/feature.jsonc\n"
        );

        // Written, the difference is the working tree's, and stays one.
        var written = await repository.GenerateAsync("--since", "HEAD");
        written.Code.ShouldBe(ExitCode.Findings);
        written.Output.ShouldContain("needs a new version");
    }

    [Test]
    public async Task A_new_version_satisfies()
    {
        repository.Folder.Write("templates/shared/say.sh.sbn", "say() { echo \"# $@\"; }");
        repository.Folder.Write(
            "templates/hello/feature.jsonc",
            SmallRepository.Definition.Replace("1.0.0", "1.0.1", StringComparison.Ordinal)
        );
        var run = await repository.GenerateAsync("--since", "HEAD");
        run.Code.ShouldBe(ExitCode.Clean, run.Output);
    }

    [Test]
    public async Task A_changed_test_needs_none()
    {
        repository.Folder.Write("templates/hello/test/hey.sh", "#!/bin/sh\necho hey\n");
        (await repository.GenerateAsync("--since", "HEAD")).Code.ShouldBe(ExitCode.Clean);
    }

    [Test]
    public async Task A_revision_that_nobody_knows_is_a_lack_of_the_environment()
    {
        var run = await repository.GenerateAsync("--check", "--since", "no-such-release");
        run.Code.ShouldBe(ExitCode.Environment);
        run.Error.ShouldContain("no-such-release");
    }

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(
            new ProcessStartInfo("git", arguments) { WorkingDirectory = repository.Folder.Path }
        )!;
        git.WaitForExit();
        git.ExitCode.ShouldBe(0);
    }
}
