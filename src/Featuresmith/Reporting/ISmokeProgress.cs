using Featuresmith.Smoke;

namespace Featuresmith.Reporting;

/// <summary>Shows a run while it goes on.</summary>
public interface ISmokeProgress
{
    /// <summary>Runs something and shows its cases.</summary>
    /// <param name="cases">How many cases there are.</param>
    /// <param name="run">Does the work; it is given what to call when a case begins and when it has ended.</param>
    Task<IReadOnlyList<SmokeResult>> ShowAsync(
        int cases,
        Func<Action<SmokeCase>, Action<SmokeResult>, Task<IReadOnlyList<SmokeResult>>> run
    );
}
