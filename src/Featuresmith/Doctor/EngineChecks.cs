namespace Featuresmith.Doctor;

/// <summary>The programs: engine, buildx, compose, devcontainers CLI.</summary>
internal static class EngineChecks
{
    public static async Task<CheckResult> EngineAsync(HostFacts host, CancellationToken cancellation)
    {
        const string code = "ENGINE";
        var answer = await host.RunAsync(host.EnginePath, ["version", "--format", "{{.Server.Version}}"], cancellation);
        return answer switch
        {
            null => CheckResult.Problem(
                code,
                $"there is no {host.EnginePath} on the PATH",
                "install a container engine; on a Debian host tests/host/up.sh of this project does"
            ),
            (0, var version) => CheckResult.Fine(code, $"{host.EnginePath} {LastLine(version)} answers"),
            var (_, output) when output.Contains("permission denied", StringComparison.OrdinalIgnoreCase) =>
                CheckResult.Problem(
                    code,
                    $"{host.User} may not speak to the engine",
                    $"sudo usermod -aG docker {host.User}, and log in again"
                ),
            var (_, output) => CheckResult.Problem(
                code,
                $"no engine answers: {LastLine(output)}",
                "start it; on a host with systemd: sudo systemctl start docker"
            ),
        };
    }

    public static async Task<CheckResult> CliAsync(HostFacts host, CancellationToken cancellation) =>
        await host.RunAsync("devcontainer", ["--version"], cancellation) is (0, var version)
            ? CheckResult.Fine("CLI", $"devcontainers CLI {LastLine(version)}")
            : CheckResult.Problem(
                "CLI",
                "the devcontainers CLI is not on the PATH, or does not run",
                "npm install -g @devcontainers/cli; \"featuresmith test\" needs it"
            );

    public static Task<CheckResult> BuildxAsync(HostFacts host, CancellationToken cancellation) =>
        PluginAsync(
            host,
            "BUILDX",
            "buildx",
            "without it builds share one tag and cannot run side by side",
            cancellation
        );

    public static Task<CheckResult> ComposeAsync(HostFacts host, CancellationToken cancellation) =>
        PluginAsync(
            host,
            "COMPOSE",
            "compose",
            "without it a devcontainer.json with a compose file does not start",
            cancellation
        );

    private static async Task<CheckResult> PluginAsync(
        HostFacts host,
        string code,
        string plugin,
        string why,
        CancellationToken cancellation
    ) =>
        await host.RunAsync(host.EnginePath, [plugin, "version"], cancellation) is (0, var version)
            ? CheckResult.Fine(code, LastLine(version))
            : CheckResult.Hint(
                code,
                $"{host.EnginePath} has no {plugin}: {why}",
                $"install the package docker-{plugin}, or docker-{plugin}-plugin"
            );

    /// <summary>What a program wrote last: warnings stand before it.</summary>
    public static string LastLine(string output) =>
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [.., var last]
            ? last
            : "";
}
