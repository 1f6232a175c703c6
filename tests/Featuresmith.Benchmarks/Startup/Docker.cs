using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Featuresmith.Benchmarks.Startup;

/// <summary>The client of the engine that the measured containers run on.</summary>
internal static class Docker
{
    /// <summary>The folder of the Feature docker-in-docker in this checkout, as it would be published.</summary>
    public static string Feature { get; } =
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../features/src/docker-in-docker"));

    /// <summary>The line of shell that the Feature's metadata names as its entrypoint.</summary>
    /// <exception cref="InvalidOperationException">It names none.</exception>
    public static string FeatureEntrypoint()
    {
        using var metadata = JsonDocument.Parse(File.ReadAllText(Path.Combine(Feature, "devcontainer-feature.json")));
        return metadata.RootElement.GetProperty("entrypoint").GetString()
            ?? throw new InvalidOperationException($"{Feature} has no entrypoint");
    }

    /// <summary>Runs the client.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>Its standard output.</returns>
    /// <exception cref="InvalidOperationException">It ended with another code than 0.</exception>
    public static string Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("docker", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException(
                $"docker {arguments[0]} ended with {process.ExitCode}: {output}{errors.Result}"
            );
    }

    /// <summary>Builds an image from a Dockerfile.</summary>
    /// <param name="tag">The image's name.</param>
    /// <param name="dockerfile">The Dockerfile.</param>
    /// <param name="context">Its context; the folder of the Feature docker-in-docker where left out.</param>
    /// <exception cref="InvalidOperationException">It cannot be built.</exception>
    public static void Build(string tag, string dockerfile, string? context = null)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, dockerfile);
            Run("build", "-q", "-t", tag, "-f", file, context ?? Feature);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
