using System.Diagnostics;
using Featuresmith.Cli;
using Featuresmith.Smoke;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.SmokeTests;

/// <summary>Ctrl-C, as the terminal sends it, to the real program.</summary>
[NonParallelizable]
[Platform("Unix,Linux,MacOsX")]
public class InterruptTests
{
    [Test]
    public async Task What_a_killed_run_left_is_removed_by_the_next_one()
    {
        var engine = await Host.EngineAsync();
        var before = await Host.LeftoversAsync();
        using var files = new SmallCollection();
        files.Script("test.sh", "sleep 3600");
        using var process = Start(files);
        await Until.ScriptSleepsAsync();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        (await Host.LeftoversAsync()).Count.ShouldBeGreaterThan(before.Count);

        files.Script("test.sh", "check 'yes' true; reportResults");
        var collection = SmokeCollection.Find(files.Root)!;
        var settings = new SmokeSettings(Path.Combine(files.Root, "logs"), Jobs: 1, TimeSpan.FromMinutes(5));
        var cases = new SmokePlan(collection, []).Cases(["hello"], [], [Host.BaseImage]);
        var results = await new SmokeRunner(collection, engine, settings).RunAsync(cases, _ => { }, _ => { }, default);
        results.ShouldHaveSingleItem().Reason.ShouldBeNull();
        (await Host.LeftoversAsync()).ShouldBe(before);
    }

    [Test]
    public async Task Ctrl_C_leaves_no_container_image_volume_or_folder()
    {
        await Host.EngineAsync();
        var before = await Host.LeftoversAsync();
        using var files = new SmallCollection();
        files.Script("test.sh", "sleep 3600");
        using var process = Start(files);
        await Until.ScriptSleepsAsync();
        Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();

        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        process.ExitCode.ShouldBe(ExitCode.Interrupted);
        (await Host.LeftoversAsync()).ShouldBe(before);
    }

    private static Process Start(SmallCollection files) =>
        Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    Path.Combine(AppContext.BaseDirectory, "featuresmith.dll"),
                    "test",
                    "-p",
                    files.Root,
                    "-i",
                    Host.BaseImage,
                ]
            )
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            }
        )!;
}
