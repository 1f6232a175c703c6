using System.Collections.Concurrent;
using Featuresmith.Smoke;
using Spectre.Console;

namespace Featuresmith.Reporting;

/// <summary>A bar for the whole run and one for each case that is running: for terminals.</summary>
/// <param name="console">The terminal.</param>
public sealed class LiveSmokeProgress(IAnsiConsole console) : ISmokeProgress
{
    public Task<IReadOnlyList<SmokeResult>> ShowAsync(
        int cases,
        Func<Action<SmokeCase>, Action<SmokeResult>, Task<IReadOnlyList<SmokeResult>>> run
    ) =>
        LiveBars.ShowAsync(
            console,
            context =>
            {
                var whole = context.AddTask(Title(0, cases), maxValue: cases);
                var running = new ConcurrentDictionary<SmokeCase, ProgressTask>();
                return run(
                    smokeCase => running[smokeCase] = context.AddTask(Markup.Escape(smokeCase.Name)).IsIndeterminate(),
                    result =>
                    {
                        if (running.TryRemove(result.Case, out var bar))
                        {
                            bar.Value = bar.MaxValue;
                        }

                        whole.Increment(1);
                        whole.Description = Title((int)whole.Value, cases);
                        if (!result.Passed)
                        {
                            console.MarkupLineInterpolated($"[red]FAILED[/] {result.Case.Name}: {result.Reason}");
                        }
                    }
                );
            },
            new ElapsedTimeColumn(),
            new SpinnerColumn()
        );

    private static string Title(int done, int cases) => FormattableString.Invariant($"{done} of {cases} cases");
}
