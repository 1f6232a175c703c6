using System.Diagnostics;
using Featuresmith.Cli;
using Featuresmith.Tests.Publishing;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Cli;

/// <summary>Ctrl-C, as the terminal sends it to the real program, while the tags of a Feature are moving.</summary>
[Platform("Linux")]
public class PublishInterruptTests
{
    private static readonly string[] AllTags = ["1", "1.0", "1.0.0", "latest"];

    private TemporaryFolder folder = null!;
    private FaultRegistry registry = null!;
    private TaskCompletionSource<Process> started = null!;

    [SetUp]
    public async Task StartAsync()
    {
        folder = new TemporaryFolder();
        foreach (var id in new[] { "a", "b" })
        {
            folder.Write(
                $"src/{id}/devcontainer-feature.json",
                $$"""{ "id": "{{id}}", "version": "1.0.0", "name": "{{id}}" }"""
            );
            folder.Write($"src/{id}/install.sh", "#!/bin/sh\nset -e\ntrue\n");
        }

        started = new TaskCompletionSource<Process>();
        registry = await FaultRegistry.StartAsync();
    }

    [TearDown]
    public async Task StopAsync()
    {
        await registry.DisposeAsync();
        folder.Dispose();
    }

    [Test]
    public async Task The_Feature_gets_all_its_tags_and_the_next_one_none()
    {
        var interrupted = new TaskCompletionSource();
        registry.Fault = async context =>
        {
            if (IsFirstFloatingTag(context))
            {
                await InterruptAsync(await started.Task);
                interrupted.SetResult();
            }

            return false;
        };
        using var process = Publish();
        await Task.WhenAny(interrupted.Task, process.WaitForExitAsync());
        var rest = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        process.ExitCode.ShouldBe(ExitCode.Interrupted);
        (await rest).ShouldEndWith("featuresmith: interrupted\n");
        Tags("owner/features/a").ShouldBe(AllTags);
        registry.Memory.Tags.Keys.ShouldAllBe(tag => tag.Repository == "owner/features/a");
    }

    [Test]
    public async Task A_second_one_ends_it_at_once_and_a_rerun_completes_it()
    {
        registry.Fault = async context =>
        {
            if (!IsFirstFloatingTag(context))
            {
                return false;
            }

            var interrupted = await started.Task;
            await InterruptAsync(interrupted);
            Signal(interrupted);
            await interrupted.WaitForExitAsync();
            context.Abort();
            return true;
        };
        using (var process = Publish())
        {
            await process.WaitForExitAsync();
            // 128 and the number of SIGINT, as a shell says it of a process that a signal ended.
            process.ExitCode.ShouldBe(130);
        }

        Tags("owner/features/a").ShouldBe(["1.0.0"]);
        registry.Memory.Unanchored().ShouldBeEmpty();

        registry.Fault = _ => Task.FromResult(false);
        var again = await CommandLine.RunAsync("publish", folder.Path, "-r", registry.Host, "-n", "owner/features");
        again.Code.ShouldBe(ExitCode.Clean, again.Error);
        Tags("owner/features/a").ShouldBe(AllTags);
        Tags("owner/features/b").ShouldBe(AllTags);
        Tags("owner/features").ShouldBe(["latest"]);
    }

    private static bool IsFirstFloatingTag(HttpContext context) =>
        context.Request.Method == "PUT" && context.Request.Path.Value == "/v2/owner/features/a/manifests/1.0";

    private Process Publish()
    {
        string[] arguments = ["publish", folder.Path, "-r", registry.Host, "-n", "owner/features", "--jobs", "1"];
        var process = ProgramProcess.Start(new Dictionary<string, string>(), arguments);
        started.SetResult(process);
        return process;
    }

    // The registry answers only once the program has said that it was interrupted.
    private static async Task InterruptAsync(Process process)
    {
        Signal(process);
        while (
            await process.StandardError.ReadLineAsync() is { } line
            && !line.StartsWith("stopping: ", StringComparison.Ordinal)
        ) { }
    }

    private static void Signal(Process process)
    {
        using var kill = Process.Start("kill", ["-s", "INT", $"{process.Id}"]);
        kill.WaitForExit();
    }

    private string[] Tags(string repository) =>
        [
            .. registry
                .Memory.Tags.Keys.Where(tag => tag.Repository == repository)
                .Select(tag => tag.Tag)
                .Order(StringComparer.Ordinal),
        ];
}
