using System.ComponentModel;
using System.Text.Json;

namespace Featuresmith.Smoke;

/// <summary>The devcontainers CLI (@devcontainers/cli). The only class that knows its arguments and its answers.</summary>
/// <param name="enginePath">The engine's client, "docker" or "podman".</param>
/// <param name="labels">What marks the container as ours: "name=value".</param>
/// <param name="temporary">A folder for what the CLI writes and never removes: a copy of the Features for each build.</param>
public sealed class DevContainerCli(string enginePath, IReadOnlyList<string> labels, string temporary)
{
    private const string Program = "devcontainer";

    /// <summary>The CLI's version.</summary>
    /// <exception cref="EnvironmentLackException">It is not installed.</exception>
    public static async Task<string> VersionAsync(CancellationToken cancellation)
    {
        if (
            DevContainerCliPackage.Version(Program, Environment.GetEnvironmentVariable("PATH") ?? "") is
            { Length: > 0 } installed
        )
        {
            return installed;
        }

        try
        {
            var result = await new ProcessRunner(null).RunAsync(Program, ["--version"], cancellation);
            if (result.Succeeded)
            {
                return result.Output.Trim();
            }
        }
        catch (Win32Exception)
        {
            // No such program: said below, with the remedy.
        }

        throw new EnvironmentLackException(
            "the devcontainers CLI is not on the PATH",
            "install it with \"npm install -g @devcontainers/cli\", or run tests/host/up.sh"
        );
    }

    /// <summary>Builds and starts the container of a workspace and runs its lifecycle hooks.</summary>
    /// <param name="stage">The workspace.</param>
    /// <param name="process">Runs the CLI.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Null where the container is up, else the CLI's reason.</returns>
    public async Task<string?> UpAsync(SmokeStage stage, ProcessRunner process, CancellationToken cancellation)
    {
        // Without --omit-syntax-directive every build pulls docker/dockerfile:1.4.
        string[] arguments = ["up", .. Workspace(stage), "--omit-syntax-directive", "--no-lockfile"];
        var result = await RunAsync(arguments, process, cancellation);
        return result.Succeeded ? null : Reason(result);
    }

    /// <summary>Runs a command in the container as the remote user, in the workspace.</summary>
    /// <param name="stage">The workspace.</param>
    /// <param name="environment">Variables that the command gets.</param>
    /// <param name="command">The command and its arguments.</param>
    /// <param name="process">Runs the CLI.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The command's exit code.</returns>
    public async Task<int> ExecAsync(
        SmokeStage stage,
        IReadOnlyDictionary<string, string> environment,
        IEnumerable<string> command,
        ProcessRunner process,
        CancellationToken cancellation
    )
    {
        var variables = environment.SelectMany(variable =>
            new[] { "--remote-env", $"{variable.Key}={variable.Value}" }
        );
        string[] arguments = ["exec", .. Workspace(stage), .. variables, .. command];
        return (await RunAsync(arguments, process, cancellation)).ExitCode;
    }

    private Task<ProcessResult> RunAsync(string[] arguments, ProcessRunner process, CancellationToken cancellation) =>
        process.RunAsync(
            Program,
            arguments,
            cancellation,
            environment: new Dictionary<string, string> { ["TMPDIR"] = temporary }
        );

    private IEnumerable<string> Workspace(SmokeStage stage) =>
        new[] { "--workspace-folder", stage.Folder, "--docker-path", enginePath }.Concat(
            labels.SelectMany(label => new[] { "--id-label", label })
        );

    // The answer is the last line of standard output: {"outcome":"error","message":…,"description":…}.
    private static string Reason(ProcessResult result)
    {
        var answer = result.Output.Split('\n').LastOrDefault(line => line.StartsWith('{'));
        try
        {
            using var json = JsonDocument.Parse(answer ?? "{}");
            return json.RootElement.TryGetProperty("description", out var description)
                ? description.ToString()
                : $"devcontainer up ended with {result.ExitCode}";
        }
        catch (JsonException)
        {
            return $"devcontainer up ended with {result.ExitCode}";
        }
    }
}
