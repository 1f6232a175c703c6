using System.Text.Json;
using System.Text.Json.Nodes;

namespace Featuresmith.Benchmarks.Smoke;

/// <summary>A copy of a collection with only what is compared, in a folder of its own.</summary>
internal sealed class SmokeCollectionCopy : IDisposable
{
    private int round;

    private SmokeCollectionCopy(string folder) => Folder = folder;

    /// <summary>The folder with src and test.</summary>
    public string Folder { get; }

    /// <summary>Copies the Features and the scenarios that both tools run.</summary>
    /// <exception cref="IOException">Something cannot be read or written.</exception>
    public static SmokeCollectionCopy Of(SmokeOptions options)
    {
        var copy = new SmokeCollectionCopy(Directory.CreateTempSubdirectory("smoke-comparison-").FullName);
        foreach (
            var feature in Directory
                .EnumerateDirectories(Path.Combine(options.Collection!, "test"))
                .Select(Path.GetFileName)
        )
        {
            if (options.Features.Count == 0 || options.Features.Contains(feature))
            {
                // "_global" has tests alone.
                if (Directory.Exists(Path.Combine(options.Collection!, "src", feature!)))
                {
                    Copy(
                        Path.Combine(options.Collection!, "src", feature!),
                        Path.Combine(copy.Folder, "src", feature!)
                    );
                }

                Copy(Path.Combine(options.Collection!, "test", feature!), Path.Combine(copy.Folder, "test", feature!));
                Keep(Path.Combine(copy.Folder, "test", feature!), options.Scenarios);
            }
        }

        return copy;
    }

    /// <summary>Changes a comment in each install.sh, so that neither BuildKit nor we have seen it.</summary>
    public void ForgetCaches()
    {
        round++;
        foreach (
            var script in Directory.EnumerateFiles(
                Path.Combine(Folder, "src"),
                "install.sh",
                SearchOption.AllDirectories
            )
        )
        {
            File.AppendAllText(script, $"\n# {Guid.NewGuid()}, change {round}\n");
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    // The CLI knows neither scenarios that a script on the host tests nor such that must fail.
    private static void Keep(string tests, IReadOnlyList<string> names)
    {
        File.Delete(Path.Combine(tests, "host-scenarios.json"));
        File.Delete(Path.Combine(tests, "failing-scenarios.json"));
        var file = Path.Combine(tests, "scenarios.json");
        if (names.Count > 0 && File.Exists(file))
        {
            var reading = new JsonDocumentOptions
            {
                AllowTrailingCommas = true,
                CommentHandling = JsonCommentHandling.Skip,
            };
            var scenarios = JsonNode.Parse(File.ReadAllText(file), documentOptions: reading)!.AsObject();
            foreach (var name in scenarios.Select(scenario => scenario.Key).Except(names).ToList())
            {
                scenarios.Remove(name);
            }

            File.WriteAllText(file, scenarios.ToJsonString());
        }
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var folder in Directory.EnumerateDirectories(from))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }

        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}
