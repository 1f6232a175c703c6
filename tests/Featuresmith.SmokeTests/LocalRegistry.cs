using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using NUnit.Framework;

namespace Featuresmith.SmokeTests;

/// <summary>Debian's docker-registry on a free port of this machine, gone with the test.</summary>
internal sealed class LocalRegistry : IDisposable
{
    private readonly Process process;
    private readonly DirectoryInfo folder;

    private LocalRegistry(Process process, DirectoryInfo folder, string host)
    {
        this.process = process;
        this.folder = folder;
        Host = host;
    }

    /// <summary>Its host; by name, because the devcontainers CLI speaks plain HTTP to no other.</summary>
    public string Host { get; }

    /// <summary>Starts it; the test is ignored, and says why, where the program is absent.</summary>
    public static async Task<LocalRegistry> StartAsync()
    {
        var port = FreePort();
        var folder = Directory.CreateTempSubdirectory("featuresmith-registry-");
        var configuration = Path.Combine(folder.FullName, "registry.yml");
        await File.WriteAllTextAsync(
            configuration,
            $$"""
            version: 0.1
            log: { level: error, accesslog: { disabled: true } }
            storage: { filesystem: { rootdirectory: "{{folder.FullName}}/data" } }
            http: { addr: "127.0.0.1:{{port}}" }
            """
        );
        var registry = new LocalRegistry(Start(configuration, folder), folder, $"localhost:{port}");
        using var client = new HttpClient();
        for (var tries = 0; ; tries++)
        {
            try
            {
                await client.GetAsync(new Uri($"http://{registry.Host}/v2/"));
                return registry;
            }
            catch (HttpRequestException) when (tries < 100)
            {
                await Task.Delay(100);
            }
        }
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private static Process Start(string configuration, DirectoryInfo folder)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("docker-registry", ["serve", configuration]))!;
        }
        catch (Win32Exception)
        {
            folder.Delete(recursive: true);
            Assert.Ignore("docker-registry is absent: \"apt-get install docker-registry\", whose service need not run");
            throw;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
