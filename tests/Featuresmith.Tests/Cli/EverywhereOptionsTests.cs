using System.Text.Json;
using Featuresmith.Cli;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Cli;

public class EverywhereOptionsTests
{
    private static readonly string[] Verbs = ["generate", "validate", "explain", "test", "matrix"];

    [TestCaseSource(nameof(Verbs))]
    public async Task Every_verb_has_the_flags_that_hold_everywhere(string verb)
    {
        var help = (await CommandLine.RunAsync(verb, "--help")).Output;
        foreach (var flag in new[] { "--json", "-q, --quiet", "-v, --verbose", "--offline", "--no-color" })
        {
            help.ShouldContain($"  {flag} ");
        }
    }

    [Test]
    public async Task Quiet_keeps_progress_back_but_no_failure()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "hello/devcontainer-feature.json",
            "{ \"id\": \"hello\", \"version\": \"1.0.0\", \"name\": \"Hello\" }"
        );
        var hello = Path.Combine(folder.Path, "hello");
        string[] write = ["validate", hello, "--write-baseline", "--baseline", Path.Combine(folder.Path, "known.json")];
        (await CommandLine.RunAsync(write)).Error.ShouldEndWith("findings written\n");
        (await CommandLine.RunAsync([.. write, "-q"])).ShouldBe(new CommandLine(ExitCode.Clean, "", ""));
        var failed = await CommandLine.RunAsync("validate", Path.Combine(folder.Path, "nowhere"), "-q");
        failed.Error.ShouldEndWith("nowhere does not exist\n");
        (await CommandLine.RunAsync("validate", "-q", "--nonsense")).Error.ShouldContain("--nonsense");
    }

    [Test]
    public async Task Verbose_says_where_a_failure_comes_from()
    {
        var run = await CommandLine.RunAsync("-v", "explain", "no-such-thing-anywhere");
        run.Code.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain("UsageException");
        run.Error.ShouldContain("   at ");
    }

    [Test]
    public async Task Json_is_json_for_every_verb_that_needs_no_engine()
    {
        using var repository = new SmallRepository();
        var root = repository.Folder.Path;
        string[][] lines =
        [
            ["generate", "-p", root],
            ["generate", "-p", root, "--check"],
            ["validate", root],
            ["explain", "FS104"],
            ["matrix", "-p", root],
            ["test", "-p", root, "--list"],
        ];
        foreach (var line in lines)
        {
            var run = await CommandLine.RunAsync([.. line, "--json"]);
            run.Code.ShouldBe(ExitCode.Clean, string.Join(' ', line));
            Should.NotThrow(() => JsonDocument.Parse(run.Output).Dispose(), $"{string.Join(' ', line)}: {run.Output}");
        }
    }
}
