using System.CommandLine;
using Featuresmith.Cli;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Cli;

public class HelpTests
{
    public static IEnumerable<TestCaseData> Verbs =>
        Below(FeaturesmithCommand.Build(), [])
            .Select(words => new TestCaseData((object)words).SetArgDisplayNames(string.Join(' ', words)));

    [TestCaseSource(nameof(Verbs))]
    public async Task Every_verb_has_help_with_an_example_that_parses(string[] verb)
    {
        var run = await CommandLine.RunAsync([.. verb, "--help"]);
        run.Code.ShouldBe(ExitCode.Clean);
        run.Error.ShouldBeEmpty();
        var start = $"Example:\n  featuresmith {string.Join(' ', verb)}";
        run.Output.ShouldContain(start);
        var example = run.Output[
            (
                run.Output.IndexOf("Example:\n  featuresmith ", StringComparison.Ordinal)
                + "Example:\n  featuresmith ".Length
            )..
        ];
        FeaturesmithCommand.Build().Parse(example.Split('\n')[0]).Errors.ShouldBeEmpty();
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

    // A verb that only holds others, such as "version", has its example too.
    private static IEnumerable<string[]> Below(Command command, string[] words) =>
        command
            .Subcommands.Where(verb => !verb.Hidden)
            .SelectMany(verb => Below(verb, [.. words, verb.Name]).Prepend([.. words, verb.Name]));
}
