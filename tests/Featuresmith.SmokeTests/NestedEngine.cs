using System.Diagnostics;
using Featuresmith.Smoke;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.SmokeTests;

/// <summary>
/// An engine in a privileged container, to break without anybody noticing. The host's clients speak to it through its socket, and it
/// sees the host's temporary folder at the same path, so that workspaces can be mounted.
/// </summary>
internal sealed class NestedEngine : IAsyncDisposable
{
    private const string Image = "featuresmith-nested-engine";

    private const string Dockerfile = $"""
        FROM {Host.BaseImage}
        RUN printf 'Acquire::Retries "5";\nAcquire::http::Timeout "30";\n' >/etc/apt/apt.conf.d/90patience \
            && apt-get update -q && apt-get install -q -y --no-install-recommends docker.io iptables && rm -rf /var/lib/apt/lists/*
        """;

    private readonly ProcessRunner process = new(null);
    private readonly string name = $"featuresmith-nested-{Guid.NewGuid():N}";
    private readonly string folder = Directory.CreateTempSubdirectory("nested-engine-").FullName;

    private NestedEngine() { }

    /// <summary>The variables that make clients speak to this engine.</summary>
    public IReadOnlyDictionary<string, string> Environment =>
        new Dictionary<string, string> { ["DOCKER_HOST"] = $"unix://{folder}/docker.sock" };

    /// <summary>Starts one, with the base image in it.</summary>
    /// <param name="dataOptions">How its data folder is mounted; the options of docker run.</param>
    public static async Task<NestedEngine> StartAsync(params string[] dataOptions)
    {
        await Host.EngineAsync();
        var engine = new NestedEngine();
        var dockerfile = Path.Combine(engine.folder, "Dockerfile");
        await File.WriteAllTextAsync(dockerfile, Dockerfile);
        await HostAsync("build", "--quiet", "--tag", Image, "--file", dockerfile, engine.folder);
        var temporary = Path.GetTempPath().TrimEnd('/');
        await HostAsync([
            "run",
            "--detach",
            "--privileged",
            "--name",
            engine.name,
            "--volume",
            $"{temporary}:{temporary}",
            .. dataOptions,
            Image,
            "sh",
            "-c",
            // Pids of a life before this one, its own and its containerd's, may be taken again, and would keep it from starting.
            $"rm -rf /var/run/docker.pid /var/run/docker; exec dockerd --host unix://{engine.folder}/docker.sock",
        ]);
        await engine.WaitAsync();
        await engine.ShellAsync($"docker --host unix:///var/run/docker.sock save {Host.BaseImage} | docker load");
        return engine;
    }

    /// <summary>Pulls its plug.</summary>
    public Task KillAsync() => HostAsync("kill", name);

    /// <summary>Starts it again, with what was on it.</summary>
    public async Task StartAgainAsync()
    {
        await HostAsync("start", name);
        await WaitAsync();
    }

    /// <summary>What its client prints.</summary>
    public async Task<string> AskAsync(params string[] arguments)
    {
        var result = await process.RunAsync("docker", arguments, default, environment: Environment);
        result.ExitCode.ShouldBe(0, string.Join(' ', arguments));
        return result.Output.Trim();
    }

    /// <summary>Containers, images of smoke runs, and volumes on it.</summary>
    public async Task<string> ContentAsync() =>
        string.Join(
                '\n',
                await AskAsync("ps", "--all", "--quiet"),
                await AskAsync("image", "ls", "--quiet", "--filter", "reference=vsc-*"),
                await AskAsync("volume", "ls", "--quiet"),
                await AskAsync("network", "ls", "--quiet", "--filter", "type=custom")
            )
            .Trim();

    /// <summary>Our program, speaking to this engine.</summary>
    public Process Featuresmith(params string[] arguments)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "featuresmith.dll"), .. arguments]
        )
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var (key, value) in Environment)
        {
            start.Environment[key] = value;
        }

        return Process.Start(start)!;
    }

    public async ValueTask DisposeAsync()
    {
        await process.RunAsync("docker", ["rm", "--force", "--volumes", name], default);
        Directory.Delete(folder, recursive: true);
    }

    private async Task WaitAsync()
    {
        for (var tries = 0; tries < 120; tries++)
        {
            if ((await process.RunAsync("docker", ["version"], default, environment: Environment)).Succeeded)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromSeconds(0.5));
        }

        Assert.Fail($"the nested engine did not start: {await HostAsync("logs", name)}");
    }

    private static async Task<string> HostAsync(params string[] arguments)
    {
        using var log = new StringWriter();
        var result = await new ProcessRunner(log).RunAsync("docker", arguments, default);
        result.ExitCode.ShouldBe(0, $"{string.Join(' ', arguments)}\n{log}");
        return log.ToString();
    }

    private async Task ShellAsync(string line)
    {
        var result = await process.RunAsync("sh", ["-c", line], default, environment: Environment);
        result.ExitCode.ShouldBe(0, line);
    }
}
