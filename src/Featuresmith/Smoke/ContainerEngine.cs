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

    /// <summary>Whether an engine answers.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellation) =>
        (await RunAsync(["version", "--format", "{{.Server.Version}}"], cancellation)).Succeeded;

    /// <summary>The folder in which the engine keeps images and containers; null where it does not say.</summary>
    public async Task<string?> DataFolderAsync(CancellationToken cancellation)
    {
        var result = await RunAsync(["info", "--format", "{{.DockerRootDir}}"], cancellation);
        if (!result.Succeeded)
        {
            // podman's name for it.
            result = await RunAsync(["info", "--format", "{{.Store.GraphRoot}}"], cancellation);
        }

        return result.Succeeded && result.Output.Trim() is { Length: > 0 } folder ? folder : null;
    }

    /// <summary>Whether images are built by BuildKit. The CLI's classic builds share one tag and cannot run side by side.</summary>
    public async Task<bool> HasBuildKitAsync(CancellationToken cancellation) =>
        (await RunAsync(["buildx", "version"], cancellation)).Succeeded;

    /// <summary>The id of an image, which names its content; null where the engine does not have it yet.</summary>
    public async Task<string?> ImageIdAsync(string image, CancellationToken cancellation)
    {
        var result = await RunAsync(["image", "inspect", "--format", "{{.Id}}", image], cancellation);
        return result.Succeeded ? result.Output.Trim() : null;
    }

    /// <summary>Fetches an image from its registry.</summary>
    /// <returns>Null where it did, else the last line that the engine said.</returns>
    public async Task<string?> PullAsync(string image, CancellationToken cancellation)
    {
        using var words = new StringWriter();
        var result = await new ProcessRunner(words).RunAsync(Path, ["pull", "--quiet", image], cancellation);
        return result.Succeeded
            ? null
            : words
                .ToString()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .LastOrDefault("it does not say why");
    }

    /// <summary>The ids of the containers that carry a label, running or not.</summary>
    public Task<IReadOnlyList<string>> ContainersAsync(string label, CancellationToken cancellation) =>
        ListAsync(["ps", "--all", "--quiet", "--filter", $"label={label}"], cancellation);

    /// <summary>Removes the containers that carry a label, with the volumes that they use.</summary>
    public async Task RemoveContainersAsync(string label, CancellationToken cancellation)
    {
        var containers = await ContainersAsync(label, cancellation);
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
        await RemoveAsync("volume", volumes, cancellation);
    }

    /// <summary>Removes the volumes, networks and images whose name begins so; of images also those that the CLI built.</summary>
    /// <param name="namePrefix">A word that nobody else's names begin with.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task RemoveByNameAsync(string namePrefix, CancellationToken cancellation)
    {
        foreach (var kind in new[] { "volume", "network" })
        {
            var names = await ListAsync(
                [kind, "ls", "--format", "{{.Name}}", "--filter", $"name={namePrefix}"],
                cancellation
            );
            await RemoveAsync(
                kind,
                names.Where(name => name.StartsWith(namePrefix, StringComparison.Ordinal)),
                cancellation
            );
        }

        // The CLI names the image of a workspace "vsc-<workspace folder>-<hash>". Of two filters of one kind either may hold.
        var images = await ListAsync(
            [
                "image",
                "ls",
                "--format",
                "{{.Repository}}:{{.Tag}}",
                "--filter",
                $"reference={namePrefix}*",
                "--filter",
                $"reference=vsc-{namePrefix}*",
            ],
            cancellation
        );
        await RemoveAsync("image", images, cancellation);
    }

    private async Task RemoveAsync(string kind, IEnumerable<string> names, CancellationToken cancellation)
    {
        var all = names.Distinct().ToList();
        if (all.Count > 0)
        {
            string[] force = kind == "network" ? [] : ["--force"];
            await RunAsync([kind, "rm", .. force, .. all], cancellation);
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
