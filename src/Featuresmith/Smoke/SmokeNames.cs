using System.Globalization;

namespace Featuresmith.Smoke;

/// <summary>The names by which a run knows its own containers, images, volumes and folders among everybody's.</summary>
/// <param name="Run">One word that no other run has.</param>
/// <param name="Index">The case's number in the run.</param>
public sealed record SmokeNames(string Run, int Index)
{
    /// <summary>The case's word: workspace folder, and prefix of every name that its scripts make.</summary>
    public string Case => $"{Run}-{Index.ToString(CultureInfo.InvariantCulture)}-";

    /// <summary>The label of the case's containers.</summary>
    public string CaseLabel => $"featuresmith.case={Case}";

    /// <summary>The label of all containers of the run.</summary>
    public string RunLabel => RunLabelOf(Run);

    /// <summary>A word for a new run.</summary>
    public static string NewRun() => $"fsm{Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..8]}";

    /// <summary>The label of all containers of a run.</summary>
    public static string RunLabelOf(string run) => $"featuresmith.run={run}";
}
