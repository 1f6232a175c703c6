using Featuresmith.Cli;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Cli;

public class TestCommandTests
{
    private SmallRepository repository = null!;

    [SetUp]
    public async Task MakeRepository()
    {
        repository = new SmallRepository();
        (await repository.GenerateAsync()).Code.ShouldBe(ExitCode.Clean);
    }

    [TearDown]
    public void RemoveRepository() => repository.Dispose();

    [Test]
    public async Task List_prints_the_cases_and_needs_no_engine()
    {
        var run = await RunAsync("--list", "--docker-path", "/nowhere/docker");
        run.ShouldBe(new CommandLine(ExitCode.Clean, "hello/hey@debian:trixie\nhello/shout@debian:bookworm\n", ""));
    }

    [Test]
    public async Task Zero_cases_is_a_failure_that_says_how_to_see_the_cases()
    {
        var run = await RunAsync("--filter", "nothing-like-it");
        run.Code.ShouldBe(ExitCode.Findings);
        run.Error.ShouldContain("test --list");
    }

    [Test]
    public async Task An_unknown_Feature_is_a_usage_error_that_names_the_known_ones()
    {
        var run = await RunAsync("-f", "nobody");
        run.Code.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain("there are tests of hello");
    }

    [Test]
    public async Task Without_an_engine_the_code_is_4_and_the_message_says_what_to_install()
    {
        var run = await RunAsync("--docker-path", "/nowhere/docker");
        run.Code.ShouldBe(ExitCode.Environment);
        run.Error.ShouldContain("there is no /nowhere/docker on the PATH; install a container engine");
    }

    [Test]
    public async Task Broken_scenarios_are_a_finding_at_their_place()
    {
        repository.Folder.Write("features/test/hello/scenarios.json", "{\n  \"hey\": {\n}");
        var run = await RunAsync();
        run.Code.ShouldBe(ExitCode.Findings);
        run.Output.ShouldContain("scenarios.json:3:2: error FS001");
    }

    [TestCase("readme=somewhere")]
    [TestCase("json")]
    [TestCase("pdf=x")]
    public async Task A_report_that_does_not_exist_is_a_usage_error_that_lists_the_kinds(string report)
    {
        var run = await RunAsync("--report", report);
        run.Code.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain("html, json, junit, markdown, or readme alone");
    }

    private Task<CommandLine> RunAsync(params string[] more) =>
        CommandLine.RunAsync(["test", "-p", repository.Folder.Path, .. more]);
}
