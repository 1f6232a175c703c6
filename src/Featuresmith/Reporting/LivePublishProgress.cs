using System.Collections.Concurrent;
using Featuresmith.Publishing;
using Spectre.Console;

namespace Featuresmith.Reporting;

/// <summary>A bar for all Features and one for each whose bytes are on their way: for terminals.</summary>
/// <param name="console">The terminal.</param>
public sealed class LivePublishProgress(IAnsiConsole console)
{
    /// <summary>Publishes and shows it.</summary>
    /// <param name="plans">What is going to be done.</param>
    /// <param name="publish">Does the work, and tells what it is given.</param>
    public Task<PublishOutcome> ShowAsync(
        IReadOnlyList<FeaturePlan> plans,
        Func<IPublishObserver, Task<PublishOutcome>> publish
    ) =>
        LiveBars.ShowAsync(
            console,
            context => publish(new Bars(console, context, plans)),
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

        public Bars(IAnsiConsole console, ProgressContext context, IReadOnlyList<FeaturePlan> plans)
        {
            (this.console, this.context, features) = (console, context, plans.Count);
            // A task of nothing would be done, and gone, before it has begun.
            whole = context.AddTask(Title(), maxValue: Math.Max(1, plans.Sum(plan => plan.Bytes)));
        }

        public void Begun(string id, long bytes)
        {
            if (bytes > 0)
            {
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
