using Spectre.Console;

namespace Featuresmith.Reporting;

/// <summary>The bars that show on a terminal how a run goes on: a line each, of which those that are full disappear.</summary>
internal static class LiveBars
{
    /// <summary>Below this a bar would leave no room for the words beside it.</summary>
    private const int NarrowestBar = 90;

    /// <summary>Runs something and shows its bars until it ends.</summary>
    /// <param name="console">The terminal.</param>
    /// <param name="run">Adds bars and moves them.</param>
    /// <param name="counts">What stands behind each bar.</param>
    public static Task<T> ShowAsync<T>(
        IAnsiConsole console,
        Func<ProgressContext, Task<T>> run,
        params ProgressColumn[] counts
    ) => console.Progress().HideCompleted(true).Columns(Columns(console.Profile.Width, counts)).StartAsync(run);

    private static ProgressColumn[] Columns(int width, ProgressColumn[] counts)
    {
        var words = new TaskDescriptionColumn { Alignment = Justify.Left };
        return width < NarrowestBar ? [words] : [words, new ProgressBarColumn { Width = 24 }, .. counts];
    }
}
