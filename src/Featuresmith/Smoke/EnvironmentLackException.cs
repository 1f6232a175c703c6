namespace Featuresmith.Smoke;

/// <summary>The machine lacks something that a verb needs: an engine, the devcontainers CLI.</summary>
/// <param name="lack">What is missing, and what was seen instead.</param>
/// <param name="remedy">What to install or start.</param>
public sealed class EnvironmentLackException(string lack, string remedy) : Exception($"{lack}; {remedy}")
{
    /// <summary>What is missing, and what was seen instead.</summary>
    public string Lack { get; } = lack;

    /// <summary>What to install or start.</summary>
    public string Remedy { get; } = remedy;
}
