using Featuresmith.Cli;
using Featuresmith.Cli.Commands;
using Featuresmith.Watching;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Cli;

/// <summary>Nothing here waits: each pause of the watch is a step of the test.</summary>
public class WatchRunTests
{
    [Test]
    public async Task A_template_that_changes_is_generated_at_once_and_a_mistake_in_it_does_not_end_the_watch()
    {
        using var repository = new SmallRepository();
        using var stop = new CancellationTokenSource();
        var steps = new Queue<Action>([
            () => repository.Folder.Write("templates/shared/say.sh.sbn", "say() { {{ unknown }} }"),
            () => { },
            () => repository.Folder.Write("templates/shared/say.sh.sbn", "say() { printf '%s\\n' \"$@\"; }"),
            () => { },
            stop.Cancel,
        ]);
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var watch = new FileWatch(
            [Path.Combine(repository.Folder.Path, "templates")],
            token =>
            {
                steps.Dequeue()();
                token.ThrowIfCancellationRequested();
                return Task.CompletedTask;
            }
        );
        var run = new WatchRun(["generate", "-p", repository.Folder.Path], watch, output, error);
        await Should.ThrowAsync<OperationCanceledException>(() => run.ExecuteAsync(stop.Token));
        output.ToString().ShouldContain("created  features/src/hello/install.sh\n");
        output.ToString().ShouldContain("templates/shared/say.sh.sbn:1:");
        output.ToString().ShouldContain("changed  features/src/hello/install.sh\n");
        error.ToString().Split("-- changed: ").Length.ShouldBe(3);
        repository.Folder.Read("features/src/hello/install.sh").ShouldContain("printf");
    }

    [Test]
    public async Task A_wrong_command_line_ends_it_at_once()
    {
        using var repository = new SmallRepository();
        var watch = new FileWatch([repository.Folder.Path], _ => throw new InvalidOperationException("it waited"));
        var run = new WatchRun(["generate", "--no-such-flag"], watch, TextWriter.Null, TextWriter.Null);
        (await run.ExecuteAsync(default)).ShouldBe(ExitCode.Usage);
    }

    [Test]
    public async Task Other_verbs_are_not_watched() =>
        (await CommandLine.RunAsync("watch", "publish")).Code.ShouldBe(ExitCode.Usage);
}
