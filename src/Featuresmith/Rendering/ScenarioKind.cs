namespace Featuresmith.Rendering;

/// <summary>Which file a scenario stands in.</summary>
internal enum ScenarioKind
{
    /// <summary>scenarios.json, which the devcontainers CLI runs too.</summary>
    Plain,

    /// <summary>
    /// host-scenarios.json: a script on the host does what cannot be done from inside. The devcontainers CLI has no such
    /// scripts, and stops where a scenario has no other.
    /// </summary>
    Host,

    /// <summary>
    /// failing-scenarios.json: the container must not come up. The devcontainers CLI stops at the first that does not.
    /// </summary>
    Failing,
}
