using System.Net;
using System.Net.Sockets;
using System.Text;
using Featuresmith.Cli;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.SmokeTests;

/// <summary>"init", "new", "generate", "validate" and "test", one after another, for each template.</summary>
[NonParallelizable]
public class ScaffoldTests
{
    private DirectoryInfo collection = null!;

    [SetUp]
    public void Begin() => collection = Directory.CreateTempSubdirectory("featuresmith-scaffold-");

    [TearDown]
    public void End() => collection.Delete(recursive: true);

    [Test]
    public async Task A_blank_Feature() => await JourneyAsync(["-f", "my-tool", "-t", "blank"], passes: 3);

    [Test]
    public async Task A_package() => await JourneyAsync(["-f", "jq", "-t", "apt"], passes: 2);

    [Test]
    public async Task A_daemon() => await JourneyAsync(["-f", "my-docker", "-t", "docker-family"], passes: 3);

    [Test]
    public async Task A_download()
    {
        await using var server = new ProgramServer();
        await JourneyAsync(
            [
                "-f",
                "my-tool",
                "-t",
                "download",
                "--url",
                $"{server.Address}/{{version}}/{{machine}}",
                "--release",
                "1.2.3",
            ],
            passes: 5,
            beforeGenerate: ["downloads", "update", "-p", collection.FullName]
        );
    }

    private async Task JourneyAsync(string[] scaffold, int passes, string[]? beforeGenerate = null)
    {
        await Host.EngineAsync();
        string[][] steps =
        [
            ["init", collection.FullName, "-n", "owner/features", "-i", Host.BaseImage, .. scaffold],
            .. beforeGenerate is null ? Array.Empty<string[]>() : [beforeGenerate],
            ["generate", "-p", collection.FullName],
            ["validate", collection.FullName, "--deny-warnings"],
        ];
        foreach (var step in steps)
        {
            var run = await CommandLine.RunAsync(step);
            run.Code.ShouldBe(ExitCode.Clean, $"{step[0]}: {run.Output}{run.Error}");
        }

        var test = await CommandLine.RunAsync(
            "test",
            "-p",
            collection.FullName,
            "--jobs",
            "1",
            "--no-cache",
            "--retry",
            "1"
        );
        test.Code.ShouldBe(ExitCode.Clean, $"{test.Output}{test.Error}");
        test.Output.ShouldContain($"{passes} passed, 0 failed");
    }

    /// <summary>Serves one program, at any address, to containers too.</summary>
    private sealed class ProgramServer : IAsyncDisposable
    {
        private static readonly byte[] Answer = Encoding.ASCII.GetBytes(
            "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: 24\r\nConnection: close\r\n\r\n"
                + "#!/bin/sh\necho here I am"
        );

        private readonly TcpListener listener = new(IPAddress.Any, 0);
        private readonly Task serving;

        public ProgramServer()
        {
            listener.Start();
            serving = ServeAsync();
        }

        /// <summary>The host as a container on the engine's default network finds it.</summary>
        public string Address => $"http://{Gateway()}:{((IPEndPoint)listener.LocalEndpoint).Port}";

        public async ValueTask DisposeAsync()
        {
            listener.Stop();
            await serving;
        }

        private static string Gateway()
        {
            var process = new Featuresmith.Smoke.ProcessRunner(null);
            var inspected = process
                .RunAsync(
                    "docker",
                    ["network", "inspect", "bridge", "--format", "{{(index .IPAM.Config 0).Gateway}}"],
                    default
                )
                .GetAwaiter()
                .GetResult();
            return inspected.Output.Trim();
        }

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    using var client = await listener.AcceptTcpClientAsync();
                    var stream = client.GetStream();
                    var request = new byte[16 * 1024];
                    if (await stream.ReadAsync(request) > 0)
                    {
                        await stream.WriteAsync(Answer);
                    }
                }
            }
            catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
            {
                // The test is over.
            }
        }
    }
}
