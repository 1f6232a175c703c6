using Featuresmith.Cli;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Cli;

public class HelpTests
{
    [TestCase("new")]
    [TestCase("init")]
    [TestCase("migrate")]
    [TestCase("generate")]
    [TestCase("validate")]
    [TestCase("explain")]
    [TestCase("test")]
    [TestCase("matrix")]
    [TestCase("package")]
    [TestCase("publish")]
    [TestCase("version")]
    [TestCase("add")]
    [TestCase("remove")]
    [TestCase("set")]
    [TestCase("conflicts")]
    [TestCase("choose")]
    [TestCase("lock")]
    [TestCase("outdated")]
    [TestCase("upgrade")]
    [TestCase("doctor")]
    public async Task Every_verb_has_help_with_an_example_that_parses(string verb)
    {
        var run = await CommandLine.RunAsync(verb, "--help");
        run.Code.ShouldBe(ExitCode.Clean);
        run.Error.ShouldBeEmpty();
        run.Output.ShouldContain($"Example:\n  featuresmith {verb} ");
    }

    [Test]
    public async Task A_misspelt_verb_is_a_usage_error_with_a_suggestion()
    {
        var run = await CommandLine.RunAsync("generat");
        run.Code.ShouldBe(ExitCode.Usage);
        (run.Output + run.Error).ShouldContain("generate");
    }

    [Test]
    public async Task Version_is_one_line() =>
        (await CommandLine.RunAsync("--version")).Output.ShouldMatch(@"^\d+\.\d+\.\d+\S*\n$");
}
