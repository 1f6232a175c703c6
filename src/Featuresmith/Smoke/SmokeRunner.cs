using System.Diagnostics;
using System.Globalization;

namespace Featuresmith.Smoke;

/// <summary>Builds, starts, tests and removes the containers of a plan.</summary>
/// <param name="collection">The collection.</param>
/// <param name="engine">The engine.</param>
/// <param name="settings">How the run behaves.</param>
public sealed class SmokeRunner(SmokeCollection collection, ContainerEngine engine, SmokeSettings settings)
{
    private readonly DevContainerCli cli = new(engine.Path);

    // One word that no other run on this engine has: it names workspaces, images and labels.
    private readonly string run = $"fsm{Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..8]}";

    /// <summary>Runs cases side by side and reports each as it ends.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="ended">Called once a case, from one thread at a time.</param>
    /// <param name="cancellation">Ends the run; what it made is removed first.</param>
    /// <returns>The results in the order of the cases.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public async Task<IReadOnlyList<SmokeResult>> RunAsync(
        IReadOnlyList<SmokeCase> cases,
        Action<SmokeResult> ended,
        CancellationToken cancellation
    )
    {
        Directory.CreateDirectory(settings.LogFolder);
        var workspaces = Path.Combine(Path.GetTempPath(), $"featuresmith-{run}");
        var results = new SmokeResult[cases.Count];
        var gate = new Lock();
        try
        {
            await Parallel.ForAsync(
                0,
                cases.Count,
                new ParallelOptions { MaxDegreeOfParallelism = settings.Jobs, CancellationToken = cancellation },
                async (index, token) =>
                {
                    var name = $"{run}-{index}";
                    var result = await RunAsync(cases[index], name, Path.Combine(workspaces, name), token);
                    lock (gate)
                    {
                        results[index] = result;
                        ended(result);
                    }
                }
            );
        }
        finally
        {
            if (Directory.Exists(workspaces))
            {
                Directory.Delete(workspaces, recursive: true);
            }
        }

        return results;
    }

    private async Task<SmokeResult> RunAsync(
        SmokeCase smokeCase,
        string name,
        string folder,
        CancellationToken cancellation
    )
    {
        var clock = Stopwatch.StartNew();
        var logFile = Path.Combine(settings.LogFolder, $"{smokeCase.SafeName}.log");
        await using var log = new StreamWriter(logFile) { AutoFlush = true };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(settings.Timeout);
        string? reason;
        try
        {
            reason = await ReasonToFailAsync(smokeCase, name, folder, log, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            reason = $"did not end within {settings.Timeout.TotalMinutes:0.#} minutes";
        }
        finally
        {
            // Also after Ctrl-C, so not with the token that Ctrl-C cancelled.
            await engine.RemoveContainersAsync(Label(name), CancellationToken.None);
            await engine.RemoveImagesAsync($"vsc-{name}-", CancellationToken.None);
        }

        return new SmokeResult(smokeCase, reason is null, reason, clock.Elapsed, logFile);
    }

    private async Task<string?> ReasonToFailAsync(
        SmokeCase smokeCase,
        string name,
        string folder,
        StreamWriter log,
        CancellationToken cancellation
    )
    {
        if (
            !File.Exists(Path.Combine(collection.Tests, smokeCase.Feature, smokeCase.Script))
            && smokeCase.FailsWith is null
        )
        {
            return $"scenario \"{smokeCase.Scenario}\" has no script test/{smokeCase.Feature}/{smokeCase.Script}";
        }

        var stage = SmokeStage.Create(collection, smokeCase, folder);
        var transcript = new StringWriter(CultureInfo.InvariantCulture);
        var process = new ProcessRunner(new TeeWriter(log, transcript));
        var failure = await cli.UpAsync(stage, [Label(name)], process, cancellation);
        if (smokeCase.FailsWith is { } text)
        {
            return failure is null ? "the container came up, and it should not have"
                : transcript.ToString().Contains(text, StringComparison.Ordinal) ? null
                : $"it failed as it should, but without saying \"{text}\"";
        }

        if (failure is not null)
        {
            return failure;
        }

        var code = await cli.ExecAsync(stage, [Label(name)], [$"./{smokeCase.Script}"], process, cancellation);
        return code == 0 ? null : $"{smokeCase.Script} ended with {code}";
    }

    private static string Label(string name) => $"featuresmith.case={name}";
}
