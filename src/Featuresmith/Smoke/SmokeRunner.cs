using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Featuresmith.Smoke;

/// <summary>Builds, starts, tests and removes the containers of a plan.</summary>
/// <param name="collection">The collection.</param>
/// <param name="engine">The engine.</param>
/// <param name="settings">How the run behaves.</param>
public sealed class SmokeRunner(SmokeCollection collection, ContainerEngine engine, SmokeSettings settings)
{
    // What a case made is removed while the next one begins: it is a tenth of a short case's time.
    private readonly ConcurrentBag<Task> removals = [];

    private const int PausesForDisk = 5;

    private readonly BaseImages bases = new(engine, settings.Retries);

    /// <summary>Runs cases side by side and reports each as it ends.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="begun">Called when a case begins; from any thread.</param>
    /// <param name="ended">Called once a case, from one thread at a time.</param>
    /// <param name="cancellation">Ends the run; what it made is removed first.</param>
    /// <returns>
    /// The results in the order of the cases; after <see cref="SmokeSettings.FailFast"/> only of those that were begun.
    /// </returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public async Task<IReadOnlyList<SmokeResult>> RunAsync(
        IReadOnlyList<SmokeCase> cases,
        Action<SmokeCase> begun,
        Action<SmokeResult> ended,
        CancellationToken cancellation
    )
    {
        Directory.CreateDirectory(settings.LogFolder);
        await AbandonedRuns.RemoveAsync(engine, cancellation);
        using var workspaces = RunFolder.Create(SmokeNames.NewRun());
        using var failed = new CancellationTokenSource();
        var results = new SmokeResult?[cases.Count];
        var gate = new Lock();
        var clock = Stopwatch.StartNew();
        try
        {
            await Parallel.ForAsync(
                0,
                cases.Count,
                new ParallelOptions { MaxDegreeOfParallelism = settings.Jobs, CancellationToken = cancellation },
                async (index, token) =>
                {
                    if (failed.IsCancellationRequested)
                    {
                        return;
                    }

                    begun(cases[index]);
                    var began = clock.Elapsed;
                    var result = await RunAsync(cases[index], new SmokeNames(workspaces.Run, index), workspaces, token);
                    lock (gate)
                    {
                        results[index] = result with { Began = began };
                        ended(result);
                    }

                    if (settings.FailFast && !result.Passed)
                    {
                        await failed.CancelAsync();
                    }
                }
            );
        }
        finally
        {
            await Task.WhenAll(removals);
        }

        return [.. results.OfType<SmokeResult>()];
    }

    private async Task<SmokeResult> RunAsync(
        SmokeCase smokeCase,
        SmokeNames names,
        RunFolder workspaces,
        CancellationToken cancellation
    )
    {
        // A scenario that builds its own image says in its Dockerfile what that begins with.
        var image = smokeCase.BaseImage.Length > 0 ? await bases.FindAsync(smokeCase.BaseImage, cancellation) : null;
        if (image?.Lack is { } absent)
        {
            return NotBegun(smokeCase, absent);
        }

        // Without the base image at hand nobody knows what a later pull will bring.
        var digest =
            settings is { Cache: not null, Inputs: { } inputs } && image?.Id is { } id
                ? inputs.Digest(smokeCase, id)
                : null;
        if (digest is not null && settings.Cache?.Find(smokeCase, digest) is { } earlier)
        {
            return earlier;
        }

        if (settings.Disk is { } disk && await LackAsync(disk, cancellation) is { } lack)
        {
            return NotBegun(smokeCase, lack);
        }

        var result = await TryAsync(smokeCase, names, workspaces, settings.Retries, cancellation);
        if (digest is not null && result.Passed)
        {
            settings.Cache?.Keep(result, digest);
        }

        return result;
    }

    private static SmokeResult NotBegun(SmokeCase smokeCase, string reason) =>
        new(smokeCase, SmokeVerdict.Failed, reason, TimeSpan.Zero, null, []);

    private async Task<SmokeResult> TryAsync(
        SmokeCase smokeCase,
        SmokeNames names,
        RunFolder workspaces,
        int retries,
        CancellationToken cancellation
    )
    {
        var clock = Stopwatch.StartNew();
        var logFile = Path.Combine(settings.LogFolder, $"{smokeCase.SafeName}.log");
        await using var log = new StreamWriter(logFile, append: retries < settings.Retries) { AutoFlush = true };
        using var transcript = new StringWriter(CultureInfo.InvariantCulture);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(settings.Timeout);
        var run = new SmokeCaseRun(collection, engine, smokeCase, names, log, transcript);
        Task removal;
        string? reason;
        var isLate = false;
        try
        {
            reason = await run.RunAsync(Path.Combine(workspaces.Path, names.Case), limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            isLate = true;
            reason = $"did not end within {settings.Timeout.TotalMinutes:0.#} minutes";
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or Win32Exception)
        {
            // A file that went away, or a program: this case's misfortune, and no reason to give up the others.
            reason = problem.Message;
        }
        finally
        {
            removals.Add(removal = RemoveAsync(names, workspaces));
        }

        if (reason is not null && retries > 0 && IsNetworkFault(transcript.ToString(), isLate))
        {
            // The next try has the same names.
            await removal;
            await log.WriteLineAsync($"featuresmith: the network failed ({reason}); trying again");
            await log.DisposeAsync();
            return await TryAsync(smokeCase, names, workspaces, retries - 1, cancellation);
        }

        if (reason is not null && !await engine.AnswersAsync(cancellation))
        {
            reason = $"the engine stopped answering: {reason}";
        }

        var verdict = reason is null ? SmokeVerdict.Passed : SmokeVerdict.Failed;
        return new SmokeResult(smokeCase, verdict, reason, clock.Elapsed, logFile, run.Checks);
    }

    private static bool IsNetworkFault(string transcript, bool isLate) =>
        NetworkFault.In(transcript) || (isLate && NetworkFault.BreaksOffIn(transcript));

    // What ended cases made may still be going: room that is missing now may be there in a moment.
    private async Task<string?> LackAsync(DiskReserve disk, CancellationToken cancellation)
    {
        for (var pauses = 0; disk.Lack() is { } lack; pauses++)
        {
            if (pauses == PausesForDisk)
            {
                return lack;
            }

            await Task.WhenAll(removals);
            await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
        }

        return null;
    }

    // Also after Ctrl-C, so not with the token that Ctrl-C cancelled.
    private async Task RemoveAsync(SmokeNames names, RunFolder workspaces)
    {
        await engine.RemoveContainersAsync(names.CaseLabel, CancellationToken.None);
        await engine.RemoveByNameAsync(names.Case, CancellationToken.None);
        workspaces.IsKept |= !await engine.AnswersAsync(CancellationToken.None);
    }
}
