namespace Featuresmith.Definitions;

/// <summary>The properties of devcontainer.json (specification, "Dev Container metadata reference").</summary>
public static class DevContainerProperties
{
    private static readonly HashSet<string> Names = new(
        (
            "$schema additionalProperties appPort build capAdd containerEnv containerUser context customizations dockerFile "
            + "dockerComposeFile features forwardPorts hostRequirements image init initializeCommand mounts name "
            + "onCreateCommand otherPortsAttributes overrideCommand overrideFeatureInstallOrder portsAttributes "
            + "postAttachCommand postCreateCommand postStartCommand privileged remoteEnv remoteUser runArgs runServices "
            + "secrets securityOpt service shutdownAction updateContentCommand updateRemoteUserUID userEnvProbe waitFor "
            + "workspaceFolder workspaceMount"
        ).Split(' '),
        StringComparer.Ordinal
    );

    // Read by tools of before the specification, and moved since: not wrong, only old.
    private static readonly HashSet<string> Former = new(["extensions", "settings", "devPort"], StringComparer.Ordinal);

    /// <summary>Whether a tool reads a property of this name.</summary>
    public static bool Contains(string name) => Names.Contains(name) || Former.Contains(name);

    /// <summary>The property that a misspelt name most likely means, or null.</summary>
    public static string? Closest(string name) =>
        name.Length < 3
            ? null
            : Names.FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase))
                // "user" is short for the user that the tools work as.
                ?? Names
                    .Where(known => known.EndsWith(name, StringComparison.OrdinalIgnoreCase))
                    .OrderByDescending(known => known.StartsWith("remote", StringComparison.Ordinal))
                    .FirstOrDefault();
}
