namespace Featuresmith.Validation;

/// <summary>What the source of a bind mount is on the host.</summary>
internal static class HostMount
{
    /// <summary>Docker's socket on a host, the one path of its host that Codespaces mounts (containers.dev, "Supporting tools").</summary>
    public const string DockerSocket = "/var/run/docker.sock";

    private static readonly string[] Engines = ["docker", "containerd", "podman", "crio", "buildkitd", "dockershim"];

    /// <summary>Whether a source is an engine's socket, or the folder that holds the host's sockets.</summary>
    public static bool ShowsEngine(string source) => Normal(source) == "/run" || IsEngineSocket(source);

    /// <summary>Whether a path is the socket of an engine, by its name.</summary>
    public static bool IsEngineSocket(string source) =>
        source.EndsWith(".sock", StringComparison.Ordinal)
        && Engines.Any(engine => source.Contains(engine, StringComparison.Ordinal));

    /// <summary>Whether a source is <see cref="DockerSocket"/>.</summary>
    public static bool IsDockerSocket(string source) => Normal(source) == "/run/docker.sock";

    // /var/run is the link to /run that it is everywhere.
    private static string Normal(string source)
    {
        var path = HostPath.Of(source).Path.TrimEnd('/');
        return path.StartsWith("/var/run", StringComparison.Ordinal) ? path["/var".Length..] : path;
    }
}
