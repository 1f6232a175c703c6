using System.Text.RegularExpressions;
using Featuresmith.Tests.Cli;
using Featuresmith.Tests.Rendering.Workflows;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Scaffolding;

/// <summary>The workflows that a collection gets with "init".</summary>
public partial class InitWorkflowTests
{
    private readonly TemporaryFolder folder = new();

    [OneTimeSetUp]
    public async Task GenerateAsync()
    {
        await CommandLine.RunAsync("init", folder.Path, "-n", "owner/features");
        await CommandLine.RunAsync("generate", "-p", folder.Path);
    }

    [OneTimeTearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public void There_are_three() => Files.Select(Path.GetFileName).ShouldBe(["check.yml", "publish.yml", "test.yml"]);

    [Test]
    public async Task Actionlint_finds_nothing() => (await Actionlint.CheckAsync(Files)).ShouldBeEmpty();

    [Test]
    public void Every_action_is_pinned_to_a_commit() =>
        Files
            .SelectMany(file => Uses().Matches(File.ReadAllText(file)))
            .Select(use => use.Groups[1].Value)
            .ShouldAllBe(action => Pinned().IsMatch(action));

    [Test]
    public void Each_may_only_read_but_for_the_one_that_publishes() =>
        Files
            .Where(file => File.ReadAllText(file).Contains(": write", StringComparison.Ordinal))
            .Select(Path.GetFileName)
            .ShouldBe(["publish.yml"]);

    [Test]
    public void They_run_the_tool_in_the_version_that_made_them() =>
        folder.Read(".config/dotnet-tools.json").ShouldContain($"\"version\": \"{Featuresmith.Cli.ToolVersion.Text}\"");

    private string[] Files => [.. Directory.GetFiles(Path.Combine(folder.Path, ".github/workflows")).Order()];

    [GeneratedRegex(@"uses: (.+)")]
    private static partial Regex Uses();

    [GeneratedRegex(@"^[a-z-]+/[a-z-]+(/[a-z]+)?@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex Pinned();
}
