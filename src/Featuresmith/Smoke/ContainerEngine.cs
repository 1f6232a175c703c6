using System.ComponentModel;

namespace Featuresmith.Smoke;

/// <summary>The engine that containers run on, through its client. Removes only what carries our label or name.</summary>
/// <param name="path">The client, "docker" or "podman".</param>
public sealed class ContainerEngine(string path)
{
    private readonly ProcessRunner process = new(null);

    /// <summary>The client.</summary>
    public string Path { get; } = path;

    /// <summary>The engine's version.</summary>
    /// <exception cref="EnvironmentLackException">There is no client, or no engine answers it.</exception>
    public async Task<string> VersionAsync(CancellationToken cancellation)
    {
        try
        {
            var result = await RunAsync(["version", "--format", "{{.Server.Version}}"], cancellation);
            if (result.Succeeded)
            {
                return result.Output.Trim();
            }
        }
        catch (Win32Exception)
        {
            throw new EnvironmentLackException(
                $"there is no {Path} on the PATH",
                "install a container engine, or on a Debian host run tests/host/up.sh"
            );
        }

        throw new EnvironmentLackException(
            $"no container engine answers \"{Path} version\"",
            "start one, or on a Debian host run tests/host/up.sh"
        );
    }

    /// <summary>Whether images are built by BuildKit. The CLI's classic builds share one tag and cannot run side by side.</summary>
    public async Task<bool> HasBuildKitAsync(CancellationToken cancellation) =>
        (await RunAsync(["buildx", "version"], cancellation)).Succeeded;

    /// <summary>Removes the containers that carry a label, with the volumes that they use.</summary>
    public async Task RemoveContainersAsync(string label, CancellationToken cancellation)
    {
        var containers = await ListAsync(["ps", "--all", "--quiet", "--filter", $"label={label}"], cancellation);
        if (containers.Count == 0)
        {
            return;
        }

        var volumes = await ListAsync(
            [
                "inspect",
                "--format",
                "{{range .Mounts}}{{if eq .Type \"volume\"}}{{.Name}}\n{{end}}{{end}}",
                .. containers,
            ],
            cancellation
        );
        await RunAsync(["rm", "--force", "--volumes", .. containers], cancellation);
        if (volumes.Count > 0)
        {
            await RunAsync(["volume", "rm", "--force", .. volumes], cancellation);
        }
    }

    /// <summary>Removes the images whose name begins so.</summary>
    public async Task RemoveImagesAsync(string namePrefix, CancellationToken cancellation)
    {
        var images = await ListAsync(
            ["image", "ls", "--format", "{{.Repository}}:{{.Tag}}", "--filter", $"reference={namePrefix}*"],
            cancellation
        );
        if (images.Count > 0)
        {
            await RunAsync(["image", "rm", "--force", .. images], cancellation);
        }
    }

    private async Task<IReadOnlyList<string>> ListAsync(
        IEnumerable<string> arguments,
        CancellationToken cancellation
    ) =>
        (await RunAsync(arguments, cancellation)).Output.Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );

    private Task<ProcessResult> RunAsync(IEnumerable<string> arguments, CancellationToken cancellation) =>
        process.RunAsync(Path, arguments, cancellation);
}
