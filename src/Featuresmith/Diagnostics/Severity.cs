namespace Featuresmith.Diagnostics;

/// <summary>How much a finding weighs. Only <see cref="Error"/> makes a run fail by itself.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing breaks.</summary>
    Info,

    /// <summary>Likely wrong, or wrong for some people.</summary>
    Warning,

    /// <summary>Breaks a build, a publish or a user's container.</summary>
    Error,
}
