using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Featuresmith.Benchmarks.Variants;

/// <summary>A Feature of this checkout as the devcontainers CLI would run it: what its metadata asks of <c>docker run</c>.</summary>
/// <param name="id">The Feature's id.</param>
internal sealed class FeatureUnderTest(string id)
{
    private static readonly string Features = Path.GetFullPath(
        Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../features")
    );

    /// <summary>The file that the collection's page takes its speed from.</summary>
    public static string SpeedFile { get; } = Path.Combine(Features, "speed.json");

    /// <summary>The Feature's folder, as it would be published.</summary>
    public string Folder { get; } = Path.Combine(Features, "src", id);

    /// <summary>
    /// Arguments of <c>docker run</c>: privileges, environment and mounts. Volumes have no name, so that they are empty and go with
    /// the container; ${localEnv:NAME:default} is its default.
    /// </summary>
    /// <exception cref="IOException">The metadata cannot be read.</exception>
    public List<string> RunArguments()
    {
        using var metadata = Metadata();
        var root = metadata.RootElement;
        List<string> arguments = ["--init"];
        if (root.TryGetProperty("privileged", out var privileged) && privileged.GetBoolean())
        {
            arguments.Add("--privileged");
        }

        foreach (var option in Items(root, "securityOpt"))
        {
            arguments.AddRange(["--security-opt", option.GetString()!]);
        }

        foreach (var variable in root.TryGetProperty("containerEnv", out var all) ? all.EnumerateObject() : default)
        {
            arguments.AddRange(["--env", $"{variable.Name}={variable.Value.GetString()}"]);
        }

        foreach (var mount in Items(root, "mounts"))
        {
            var target = mount.GetProperty("target").GetString()!;
            arguments.AddRange(
                mount.GetProperty("type").GetString() == "volume"
                    ? ["--volume", target]
                    : ["--volume", $"{WithDefaults(mount.GetProperty("source").GetString()!)}:{target}"]
            );
        }

        return arguments;
    }

    /// <summary>The line of shell that starts what the Feature starts, as PID 1 has it; ":" where it starts nothing.</summary>
    public string Entrypoint() => Text("entrypoint");

    /// <summary>The hook that waits; ":" where nothing is to be waited for.</summary>
    public string Hook() => Text("postStartCommand");

    private string Text(string property)
    {
        using var metadata = Metadata();
        return metadata.RootElement.TryGetProperty(property, out var text) ? text.GetString()! : ":";
    }

    private JsonDocument Metadata() =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "devcontainer-feature.json")));

    private static IEnumerable<JsonElement> Items(JsonElement root, string property) =>
        root.TryGetProperty(property, out var items) ? items.EnumerateArray().ToList() : [];

    private static string WithDefaults(string source) =>
        source.StartsWith("${localEnv:", StringComparison.Ordinal) && source.LastIndexOf(':') is var colon and > 10
            ? source[(colon + 1)..^1]
            : source;

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
