using System.Diagnostics;
using Featuresmith.Cli;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.SmokeTests;

/// <summary>What breaks under the real program's feet, on an engine of its own: right verdicts, and nothing left.</summary>
[NonParallelizable]
[Platform("Linux")]
public class FaultTests
{
    [Test]
    public async Task An_engine_that_stops_fails_the_case_with_a_sentence_and_the_next_run_removes_what_stayed_on_it()
    {
        await using var engine = await NestedEngine.StartAsync("--volume", "/var/lib/docker");
        using var files = new SmallCollection();
        files.Script("test.sh", "sleep 3600");
        var before = Host.Traces();
        using (var run = Start(engine, files))
        {
            await Until.ScriptSleepsAsync(engine.Environment);
            await engine.KillAsync();
            var output = await run.StandardOutput.ReadToEndAsync().WaitAsync(TimeSpan.FromMinutes(2));
            await run.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
            run.ExitCode.ShouldBe(ExitCode.Findings, output);
            output.ShouldContain("the engine stopped answering");
        }

        await engine.StartAgainAsync();
        (await engine.ContentAsync()).ShouldNotBeEmpty();
        files.Script("test.sh", "check 'yes' true; reportResults");
        await ShouldPassAsync(Start(engine, files));
        (await engine.ContentAsync()).ShouldBeEmpty();
        Host.Traces().ShouldBe(before);
    }

    [Test]
    public async Task A_container_that_fills_the_disk_fails_and_the_next_case_has_room_again()
    {
        await using var engine = await NestedEngine.StartAsync("--tmpfs", "/var/lib/docker:size=600m,exec");
        using var files = new SmallCollection();
        files.Script("test.sh", "check 'room' dd if=/dev/zero of=/full bs=1M\nreportResults");
        files.Script("after.sh", "check 'room' dd if=/dev/zero of=/part bs=1M count=50\nreportResults");
        files.Scenario("scenarios.json", "after", "hi");
        var run = await EndAsync(Start(engine, files));
        run.Code.ShouldBe(ExitCode.Findings, run.Output);
        run.Output.ShouldContain("No space left on device");
        run.Output.ShouldContain("1 passed, 1 failed");
        (await engine.ContentAsync()).ShouldBeEmpty();
    }

    [Test]
    public async Task No_case_begins_where_the_reserve_is_not_free()
    {
        await using var engine = await NestedEngine.StartAsync("--volume", "/var/lib/docker");
        using var files = new SmallCollection();
        files.Script("test.sh", "check 'yes' true; reportResults");
        var run = await EndAsync(Start(engine, files, "--disk-reserve", "1000000"));
        run.Code.ShouldBe(ExitCode.Findings, run.Output);
        run.Output.ShouldContain("not begun: ");
        run.Output.ShouldContain("1000000 are kept in reserve");
        await ShouldPassAsync(Start(engine, files, "--disk-reserve", "0"));
    }

    [TestCase("-INT")]
    [TestCase("-TERM")]
    [TestCase("-KILL")]
    public async Task A_signal_leaves_nothing_and_where_it_cannot_be_caught_the_next_run_cleans_up(string signal)
    {
        await using var engine = await NestedEngine.StartAsync("--volume", "/var/lib/docker");
        using var files = new SmallCollection();
        files.Script("test.sh", "sleep 3600");
        var before = Host.Traces();
        using (var run = Start(engine, files))
        {
            await Until.ScriptSleepsAsync(engine.Environment);
            Process.Start("kill", [signal, $"{run.Id}"]).WaitForExit();
            await run.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
            run.ExitCode.ShouldNotBe(ExitCode.Clean);
        }

        if (signal == "-KILL")
        {
            (await engine.ContentAsync()).ShouldNotBeEmpty();
            files.Script("test.sh", "check 'yes' true; reportResults");
            await ShouldPassAsync(Start(engine, files));
        }

        (await engine.ContentAsync()).ShouldBeEmpty();
        Host.Traces().ShouldBe(before);
    }

    private static Process Start(NestedEngine engine, SmallCollection files, params string[] more) =>
        engine.Featuresmith([
            "test",
            "-p",
            files.Root,
            "-i",
            Host.BaseImage,
            "--jobs",
            "1",
            "--cache",
            Path.Combine(files.Root, "cache"),
            .. more,
        ]);

    private static async Task ShouldPassAsync(Process run)
    {
        var (code, output) = await EndAsync(run);
        code.ShouldBe(ExitCode.Clean, output);
    }

    private static async Task<(int Code, string Output)> EndAsync(Process run)
    {
        using (run)
        {
            var error = run.StandardError.ReadToEndAsync();
            var output = await run.StandardOutput.ReadToEndAsync().WaitAsync(TimeSpan.FromMinutes(5));
            await run.WaitForExitAsync();
            return (run.ExitCode, output + await error);
        }
    }
}
