using Featuresmith.Watching;

namespace Featuresmith.Cli.Commands;

/// <summary>Runs a verb now, and again whenever one of its files changes, until it is interrupted.</summary>
/// <param name="arguments">The verb and its arguments.</param>
/// <param name="watch">Waits for changes.</param>
/// <param name="output">Receives what the verb prints.</param>
/// <param name="error">Receives what it says, and what changed.</param>
internal sealed class WatchRun(string[] arguments, FileWatch watch, TextWriter output, TextWriter error)
{
    // More names than this help nobody.
    private const int NamesShown = 3;

    /// <returns>The verb's code where its command line is wrong; else it never returns.</returns>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public async Task<int> ExecuteAsync(CancellationToken cancellation)
    {
        var code = await RunAsync(cancellation);
        if (code == ExitCode.Usage)
        {
            return code;
        }

        while (true)
        {
            error.WriteLine($"-- watching {watch.Count} files; Ctrl-C ends it");
            var changed = await watch.ChangeAsync(cancellation);
            error.WriteLine($"-- changed: {Names(changed)}");
            await RunAsync(cancellation);
        }
    }

    private async Task<int> RunAsync(CancellationToken cancellation)
    {
        using var interruption = new Interruption();
        await using var registration = cancellation.Register(interruption.Stop);
        var code = await FeaturesmithCommand.RunAsync(arguments, output, error, interruption);
        cancellation.ThrowIfCancellationRequested();
        return code;
    }

    private static string Names(IReadOnlyList<string> files)
    {
        var names = string.Join(", ", files.Take(NamesShown).Select(CommonOptions.Show));
        return files.Count > NamesShown ? $"{names} and {files.Count - NamesShown} more" : names;
    }
}
