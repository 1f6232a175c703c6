namespace Featuresmith.Smoke;

/// <summary>How one case ended.</summary>
/// <param name="Case">The case.</param>
/// <param name="Passed">Whether it did what it should, which may be to fail.</param>
/// <param name="Reason">Why it did not pass, in a sentence; null where it did.</param>
/// <param name="Duration">From staging to clean-up.</param>
/// <param name="LogFile">The transcript.</param>
public sealed record SmokeResult(SmokeCase Case, bool Passed, string? Reason, TimeSpan Duration, string LogFile);
