using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Featuresmith.Benchmarks.Publishing;

/// <summary>Debian's docker-registry with a folder of its own.</summary>
internal sealed class RegistryProcess : IDisposable
{
    private readonly Process process;

    private readonly string folder;

    public RegistryProcess(string folder)
    {
        this.folder = folder;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        Host = $"localhost:{port}";
        Directory.CreateDirectory(folder);
        var configuration = Path.Combine(folder, "registry.yml");
        File.WriteAllText(
            configuration,
            $$"""
            version: 0.1
            log: { level: error, accesslog: { disabled: true } }
            storage: { filesystem: { rootdirectory: "{{folder}}" } }
            http: { addr: "127.0.0.1:{{port}}" }
            """
        );
        // To it every question about what is not there is an error, and worth a line.
        process = Process.Start(
            new ProcessStartInfo("sh", ["-c", "exec docker-registry serve \"$1\" 2>\"$1.log\"", "sh", configuration])
        )!;
        while (!Answers(port))
        {
            Thread.Sleep(50);
        }
    }

    public string Host { get; }

    /// <summary>What it has cost until now.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Every tag below a path, as "id:tag".</summary>
    public HashSet<string> Tags(string path)
    {
        // The layout of distribution's storage (docker/distribution, registry/storage/paths.go).
        var root = Path.Combine(folder, "docker", "registry", "v2", "repositories", path);
        return
        [
            .. Directory
                .EnumerateDirectories(root, "tags", SearchOption.AllDirectories)
                .SelectMany(Directory.EnumerateDirectories)
                .Select(tag => Path.GetRelativePath(root, tag).Replace("/_manifests/tags/", ":")),
        ];
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private bool Answers(int port)
    {
        if (process.HasExited)
        {
            throw new InvalidOperationException("docker-registry ended at once");
        }

        try
        {
            using var client = new TcpClient("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
