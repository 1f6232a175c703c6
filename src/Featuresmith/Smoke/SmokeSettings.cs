namespace Featuresmith.Smoke;

/// <summary>How a smoke run behaves.</summary>
/// <param name="LogFolder">Receives one log file a case.</param>
/// <param name="Jobs">How many cases run at a time, from 1.</param>
/// <param name="Timeout">How long one try of a case may take.</param>
public sealed record SmokeSettings(string LogFolder, int Jobs, TimeSpan Timeout)
{
    /// <summary>Whether no further case is begun once one has failed.</summary>
    public bool FailFast { get; init; }

    /// <summary>How often a case is tried again after a fault of the network; 0 for never.</summary>
    public int Retries { get; init; }

    /// <summary>Results of earlier runs; null to run everything.</summary>
    public SmokeCache? Cache { get; init; }

    /// <summary>Says which inputs a case has; needed where there is a cache.</summary>
    public SmokeInputs? Inputs { get; init; }

    /// <summary>What must stay free on the engine's disk; null where nobody watches.</summary>
    public DiskReserve? Disk { get; init; }

    /// <summary>
    /// As many jobs as there are cores, and no more than one for each 3 GiB of memory: a nested engine with its build takes
    /// about that much at its worst.
    /// </summary>
    public static int DefaultJobs =>
        (int)Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (3L << 30), 1, Environment.ProcessorCount);
}
