using System.ComponentModel;
using Featuresmith.Cli;
using Featuresmith.Smoke;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Cli;

public class ManualCommandTests
{
    [Test]
    public async Task Every_verb_every_flag_and_every_exit_code_stands_in_the_page()
    {
        var page = (await CommandLine.RunAsync("manual")).Output;
        page.ShouldStartWith(".TH FEATURESMITH 1 \"\" \"featuresmith ");
        foreach (
            var verb in HelpTests
                .Verbs.Select(verb => (string[])verb.Arguments[0]!)
                .Where(words => words is not ["version"] and not ["downloads"])
        )
        {
            page.ShouldContain($"\n.SS {string.Join(' ', verb)}\n");
        }

        page.ShouldContain("\\fB\\-p\\fR, \\fB\\-\\-project\\-folder\\fR \\fIDIR\\fR\n");
        page.ShouldContain("\\fB\\-\\-offline\\fR\n");
        page.ShouldContain("\n\\fB130\\fR\n");
        page.ShouldAllBe(letter => char.IsAscii(letter));
        (await CommandLine.RunAsync("manual")).Output.ShouldBe(page);
    }

    [TestCase("mandoc", "-T", "lint")]
    [TestCase("groff", "-man", "-Tutf8", "-ww", "-z")]
    public async Task Programs_that_read_manual_pages_have_nothing_against_it(string program, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("featuresmith.1", (await CommandLine.RunAsync("manual")).Output);
        try
        {
            using var log = new StringWriter();
            await new ProcessRunner(log).RunAsync(program, [.. arguments, file], default);
            log.ToString()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                // Without a day there is none to be wrong tomorrow.
                .Where(line => !line.Contains("missing date", StringComparison.Ordinal))
                .ShouldBeEmpty();
        }
        catch (Win32Exception)
        {
            Assert.Ignore($"{program} is not installed, so nobody here reads manual pages.");
        }
    }
}
