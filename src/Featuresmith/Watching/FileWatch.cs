namespace Featuresmith.Watching;

/// <summary>Waits until files change.</summary>
/// <param name="paths">Files and folders, as <see cref="FileStates.Of"/> takes them.</param>
/// <param name="pause">Waits between two looks.</param>
public sealed class FileWatch(IReadOnlyList<string> paths, Func<CancellationToken, Task> pause)
{
    private FileStates seen = FileStates.Of(paths);

    /// <summary>How many files are looked at.</summary>
    public int Count => seen.Count;

    /// <summary>
    /// Waits until something is not as it was when this was last asked, or when the watch began, and has stayed as it is for one pause:
    /// editors and checkouts write many files at once.
    /// </summary>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The files that changed, sorted.</returns>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    public async Task<IReadOnlyList<string>> ChangeAsync(CancellationToken cancellation)
    {
        var now = FileStates.Of(paths);
        while (now.ChangedSince(seen).Count == 0)
        {
            await pause(cancellation);
            now = FileStates.Of(paths);
        }

        while (true)
        {
            await pause(cancellation);
            var next = FileStates.Of(paths);
            var isQuiet = next.ChangedSince(now).Count == 0;
            now = next;
            if (isQuiet)
            {
                break;
            }
        }

        var changed = now.ChangedSince(seen);
        seen = now;
        // Changed and changed back is no change.
        return changed.Count > 0 ? changed : await ChangeAsync(cancellation);
    }
}
