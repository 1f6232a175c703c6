using Featuresmith.Watching;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Watching;

/// <summary>Nothing here waits: each pause is a step of the test.</summary>
public class FileWatchTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder()
    {
        folder = new TemporaryFolder();
        folder.Write("src/a.txt", "a");
    }

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public async Task New_changed_and_removed_files_are_found_once_nothing_moves_any_more()
    {
        var watch = Watch(
            () => { },
            () => folder.Write("src/b/new.txt", ""),
            () => folder.Write("src/a.txt", "longer"),
            () => { }
        );
        (await watch.ChangeAsync(default)).ShouldBe([Full("src/a.txt"), Full("src/b/new.txt")]);
        var gone = Watch(() => File.Delete(Full("src/a.txt")), () => { });
        (await gone.ChangeAsync(default)).ShouldBe([Full("src/a.txt")]);
    }

    [Test]
    public async Task The_same_length_at_another_time_is_a_change()
    {
        var watch = Watch(() => File.SetLastWriteTimeUtc(Full("src/a.txt"), DateTime.UnixEpoch), () => { });
        (await watch.ChangeAsync(default)).ShouldBe([Full("src/a.txt")]);
    }

    [Test]
    public async Task A_change_between_two_questions_is_not_missed()
    {
        var watch = Watch(() => { });
        folder.Write("src/b.txt", "");
        (await watch.ChangeAsync(default)).ShouldBe([Full("src/b.txt")]);
    }

    [Test]
    public async Task What_programs_keep_for_themselves_and_what_changes_back_is_no_change()
    {
        var watch = Watch(
            () => folder.Write("src/node_modules/x/y.js", ""),
            () => folder.Write("src/.git/index", ""),
            () => folder.Write("src/b.txt", ""),
            () => File.Delete(Full("src/b.txt")),
            () => { },
            () => folder.Write("src/.devcontainer/devcontainer.json", "{}"),
            () => { }
        );
        (await watch.ChangeAsync(default)).ShouldBe([Full("src/.devcontainer/devcontainer.json")]);
    }

    [Test]
    public async Task A_file_that_comes_into_being_is_a_change_and_so_is_a_folder()
    {
        var steps = new Queue<Action>([() => folder.Write("later/x.txt", ""), () => { }]);
        var watch = new FileWatch(
            [Full("later"), Full("settings.json")],
            _ =>
            {
                steps.Dequeue()();
                return Task.CompletedTask;
            }
        );
        watch.Count.ShouldBe(0);
        (await watch.ChangeAsync(default)).ShouldBe([Full("later/x.txt")]);
    }

    [Test]
    public async Task An_interruption_ends_the_wait()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        var watch = new FileWatch([folder.Path], token => Task.Delay(Timeout.Infinite, token));
        await Should.ThrowAsync<OperationCanceledException>(() => watch.ChangeAsync(source.Token));
    }

    private FileWatch Watch(params Action[] steps)
    {
        var waiting = new Queue<Action>(steps);
        return new FileWatch(
            [folder.Path],
            _ =>
            {
                waiting.Dequeue()();
                return Task.CompletedTask;
            }
        );
    }

    private string Full(string path) => Path.Combine(folder.Path, path);
}
