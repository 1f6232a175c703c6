using System.Globalization;

namespace Featuresmith.Benchmarks.Smoke;

/// <summary>What is compared.</summary>
/// <param name="Collection">A folder with src and test; null for this repository's docker-in-docker.</param>
/// <param name="Features">The Features of it; empty for all.</param>
/// <param name="Scenarios">The scenarios to keep; empty for all.</param>
/// <param name="BaseImage">The base image of test.sh.</param>
/// <param name="Rounds">How often.</param>
/// <param name="Jobs">How many cases ours runs at a time.</param>
internal sealed record SmokeOptions(
    string? Collection,
    IReadOnlyList<string> Features,
    IReadOnlyList<string> Scenarios,
    string BaseImage,
    int Rounds,
    int Jobs
)
{
    /// <summary>Reads the command line after the benchmark's name.</summary>
    /// <exception cref="ArgumentException">A flag is unknown or lacks its value.</exception>
    public static SmokeOptions Parse(string[] args)
    {
        var options = new SmokeOptions(null, [], [], "debian:trixie", 3, Environment.ProcessorCount);
        foreach (var pair in args.Chunk(2))
        {
            options = pair switch
            {
                ["--collection", var path] => options with { Collection = Path.GetFullPath(path) },
                ["--features", var ids] => options with { Features = ids.Split(',') },
                ["--scenarios", var names] => options with { Scenarios = names.Split(',') },
                ["--base", var image] => options with { BaseImage = image },
                ["--rounds", var number] => options with { Rounds = int.Parse(number, CultureInfo.InvariantCulture) },
                ["--jobs", var number] => options with { Jobs = int.Parse(number, CultureInfo.InvariantCulture) },
                _ => throw new ArgumentException(
                    $"'{string.Join(' ', pair)}' is not --collection PATH, --features A,B, --scenarios A,B, --base IMAGE, --rounds N or --jobs N"
                ),
            };
        }

        return options.Collection is null
            ? options with
            {
                Collection = Path.GetFullPath(Path.Combine(Startup.Docker.Feature, "../..")),
                Features = ["docker-in-docker"],
                // Of those that the CLI can run: the ones that take less than half a minute and need no other base.
                Scenarios =
                    options.Scenarios.Count > 0
                        ? options.Scenarios
                        : ["without_plugins", "buildx", "stop_waits", "tls", "log_rotation"],
            }
            : options;
    }
}
