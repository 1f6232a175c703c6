using System.ComponentModel;
using System.Text.Json.Nodes;
using Featuresmith.Reporting;
using Featuresmith.Smoke;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Reporting.Browser;

/// <summary>The HTML report as a person uses it, in the chromium that the machine has; ignored where there is none.</summary>
[Platform("Linux")]
public class HtmlReportInBrowserTests
{
    private JsonNode seen = null!;

    [OneTimeSetUp]
    public async Task Look()
    {
        using var folder = new TemporaryFolder();
        var log = folder.Write("case.log", "the log's last line\n");
        var page = new StringWriter();
        HtmlSmokeReport.Write(page, [.. SampleResults.All.Select(result => result with { LogFile = log })]);
        seen = await LookAsync(folder.Write("report.html", page.ToString()));
    }

    [Test]
    public void It_needs_no_network_and_has_no_error()
    {
        seen["requests"]!.AsArray().ShouldBeEmpty();
        seen["errors"]!.AsArray().ShouldBeEmpty();
    }

    [Test]
    public void Search_and_filter_leave_what_was_asked_for()
    {
        Number("all").ShouldBe(SampleResults.All.Count);
        Number("failed").ShouldBe(SampleResults.All.Count(result => !result.Passed));
        Number("found").ShouldBe(1);
        seen["nothing"]!.ToString().ShouldBe("Nothing matches.");
    }

    [Test]
    public void Keys_reach_the_search_the_results_and_a_log_which_opens_and_closes()
    {
        seen["slashFocuses"]!.ToString().ShouldBe("search");
        seen["focused"]!.ToString().ShouldBe("hello/test@debian:bookworm");
        seen["logTitle"]!.ToString().ShouldBe("hello/test@debian:bookworm");
        seen["log"]!.ToString().ShouldBe("the log's last line\n");
        seen["checks"]!.AsArray().Select(check => $"{check}").ShouldBe(["✓ greets (0.0 s)", "✓ is | quiet (0.0 s)"]);
        seen["closed"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Test]
    public void It_is_dark_where_the_system_is_and_fits_a_narrow_window()
    {
        seen["light"]!.ToString().ShouldBe("rgb(251, 251, 250)");
        seen["dark"]!.ToString().ShouldBe("rgb(22, 24, 27)");
        Number("narrowOverflow").ShouldBe(0);
    }

    private int Number(string key) => seen[key]!.GetValue<int>();

    private static async Task<JsonNode> LookAsync(string page)
    {
        var folder = Path.Combine(RepositoryFiles.Root, "tests/Featuresmith.Tests/Reporting/Browser/chromium");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "playwright-core")))
        {
            Assert.Ignore($"playwright-core is not installed; \"npm ci --prefix {folder}\" installs it.");
        }

        var chromium = new[]
        {
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
        }.FirstOrDefault(File.Exists);
        if (chromium is null)
        {
            Assert.Ignore("Chromium is not installed, so nobody can look at the page.");
        }

        try
        {
            using var log = new StringWriter();
            var result = await new ProcessRunner(log).RunAsync(
                "node",
                [Path.Combine(folder, "look.mjs"), chromium!, page],
                default
            );
            result.ExitCode.ShouldBe(0, log.ToString());
            return JsonNode.Parse(result.Output)!;
        }
        catch (Win32Exception)
        {
            Assert.Ignore("Node is not installed, so nobody can drive the browser.");
            throw;
        }
    }
}
