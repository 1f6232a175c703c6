using System.Runtime.InteropServices;

namespace Featuresmith.Cli;

/// <summary>
/// Ctrl-C, a polite kill and a terminal that closes. The first asks the run to stop and clean up; the second ends the process
/// as it would without us.
/// </summary>
public sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly List<PosixSignalRegistration> registrations = [];

    /// <summary>Is cancelled by the first signal.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>Listens to the signals of this process from now on.</summary>
    public static Interruption OfProcess()
    {
        var interruption = new Interruption();
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP })
        {
            interruption.registrations.Add(PosixSignalRegistration.Create(signal, interruption.Receive));
        }

        return interruption;
    }

    /// <summary>Ends when the run has been asked to stop and had its time to do so; never without a signal.</summary>
    /// <param name="patience">How long the run may take to clean up.</param>
    public async Task ExpiredAsync(TimeSpan patience)
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = Token.Register(asked.SetResult);
        await asked.Task;
        await Task.Delay(patience, CancellationToken.None);
    }

    /// <summary>Asks the run to stop.</summary>
    public void Stop() => source.Cancel();

    public void Dispose()
    {
        foreach (var registration in registrations)
        {
            registration.Dispose();
        }

        source.Dispose();
    }

    private void Receive(PosixSignalContext context)
    {
        if (source.IsCancellationRequested)
        {
            return;
        }

        context.Cancel = true;
        // Not here: what hangs on the token may throw, and nobody catches what a signal's thread throws.
        _ = source.CancelAsync();
    }
}
