namespace Featuresmith.Doctor;

/// <summary>How a host fares in one respect.</summary>
public enum CheckState
{
    /// <summary>Nothing to say.</summary>
    Fine,

    /// <summary>Some way to nest containers will not work, or not well.</summary>
    Hint,

    /// <summary>Nested containers will not work, or this program cannot.</summary>
    Problem,
}

/// <summary>What one check found.</summary>
/// <param name="Code">The check, in capitals, for people to search for and programs to compare.</param>
/// <param name="State">How the host fares.</param>
/// <param name="Seen">What was seen.</param>
/// <param name="Remedy">What helps; null where nothing has to.</param>
public sealed record CheckResult(string Code, CheckState State, string Seen, string? Remedy)
{
    /// <summary>Nothing to say but what was seen.</summary>
    public static CheckResult Fine(string code, string seen) => new(code, CheckState.Fine, seen, null);

    /// <summary>Some way to nest containers is affected.</summary>
    public static CheckResult Hint(string code, string seen, string remedy) => new(code, CheckState.Hint, seen, remedy);

    /// <summary>All of it is.</summary>
    public static CheckResult Problem(string code, string seen, string remedy) =>
        new(code, CheckState.Problem, seen, remedy);
}
