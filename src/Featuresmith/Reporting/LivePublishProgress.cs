using System.Collections.Concurrent;
using Featuresmith.Publishing;
using Spectre.Console;

namespace Featuresmith.Reporting;

/// <summary>A bar for all Features and one for each whose bytes are on their way: for terminals.</summary>
/// <param name="console">The terminal.</param>
public sealed class LivePublishProgress(IAnsiConsole console)
{
    /// <summary>Publishes and shows it.</summary>
    /// <param name="features">How many Features there are.</param>
    /// <param name="publish">Does the work, and tells what it is given.</param>
    public Task<PublishOutcome> ShowAsync(int features, Func<IPublishObserver, Task<PublishOutcome>> publish) =>
        LiveBars.ShowAsync(
            console,
            context => publish(new Bars(console, context, features)),
            new DownloadedColumn(),
            new TransferSpeedColumn()
        );

    private sealed class Bars : IPublishObserver
    {
        private readonly IAnsiConsole console;
        private readonly ProgressContext context;
        private readonly ProgressTask whole;
        private readonly ConcurrentDictionary<string, ProgressTask> running = new(StringComparer.Ordinal);
        private readonly int features;
        private int done;

        public Bars(IAnsiConsole console, ProgressContext context, int features)
        {
            (this.console, this.context, this.features) = (console, context, features);
            whole = context.AddTask(Title(), maxValue: 1);
            whole.MaxValue = 0;
        }

        public void Begun(string id, long bytes)
        {
            if (bytes > 0)
            {
                whole.MaxValue += bytes;
                running[id] = context.AddTask(Markup.Escape(id), maxValue: bytes);
            }
        }

        public void Sent(string id, long bytes)
        {
            whole.Increment(bytes);
            running.GetValueOrDefault(id)?.Increment(bytes);
        }

        public void Stopping() => console.MarkupLineInterpolated($"[yellow]{LinePublishProgress.StoppingText}[/]");

        public void Ended(FeatureResult result)
        {
            if (running.TryRemove(result.Id, out var bar))
            {
                bar.Value = bar.MaxValue;
            }

            Interlocked.Increment(ref done);
            whole.Description = Title();
            if (result.Failure is not null)
            {
                console.MarkupLineInterpolated($"[red]{LinePublishProgress.Describe(result)}[/]");
            }
        }

        private string Title() => FormattableString.Invariant($"{done} of {features} Features");
    }
}
