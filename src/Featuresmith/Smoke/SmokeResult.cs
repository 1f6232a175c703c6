namespace Featuresmith.Smoke;

/// <summary>How a case ended.</summary>
public enum SmokeVerdict
{
    /// <summary>It did what it should, which may be to fail.</summary>
    Passed,

    /// <summary>It did not.</summary>
    Failed,

    /// <summary>The same inputs passed before, so it was not run again.</summary>
    Cached,
}

/// <summary>One case after the run.</summary>
/// <param name="Case">The case.</param>
/// <param name="Verdict">How it ended.</param>
/// <param name="Reason">Why it failed, in a sentence; null where it did not.</param>
/// <param name="Duration">From staging to the verdict; of a cached case what the run before it took.</param>
/// <param name="LogFile">The transcript; null for a cached case.</param>
/// <param name="Checks">The checks of the test scripts, in the order in which they ran.</param>
public sealed record SmokeResult(
    SmokeCase Case,
    SmokeVerdict Verdict,
    string? Reason,
    TimeSpan Duration,
    string? LogFile,
    IReadOnlyList<SmokeCheck> Checks
)
{
    /// <summary>When the case began, from the beginning of the run.</summary>
    public TimeSpan Began { get; init; }

    /// <summary>Whether the case passed, now or before.</summary>
    public bool Passed => Verdict != SmokeVerdict.Failed;
}
