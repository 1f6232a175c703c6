using System.Globalization;

namespace Featuresmith.Benchmarks.Startup;

/// <summary>What the person who runs a benchmark of the Feature docker-in-docker may choose.</summary>
/// <param name="BaseImage">The image that the Feature is installed in.</param>
/// <param name="Rounds">How often each contender is measured.</param>
/// <param name="Official">The full path of the official Feature's entrypoint; null to go without.</param>
internal sealed record BenchmarkOptions(string BaseImage, int Rounds, string? Official)
{
    /// <summary>Reads the command line after the benchmark's name.</summary>
    /// <param name="args">Pairs of a flag and its value.</param>
    /// <param name="rounds">How often where the command line says nothing.</param>
    /// <exception cref="ArgumentException">A flag is unknown or lacks its value.</exception>
    public static BenchmarkOptions Parse(string[] args, int rounds)
    {
        var options = new BenchmarkOptions("debian:trixie", rounds, null);
        foreach (var pair in args.Chunk(2))
        {
            options = pair switch
            {
                ["--official", var path] => options with { Official = Path.GetFullPath(path) },
                ["--base", var image] => options with { BaseImage = image },
                ["--rounds", var number] => options with { Rounds = int.Parse(number, CultureInfo.InvariantCulture) },
                _ => throw new ArgumentException(
                    $"'{string.Join(' ', pair)}' is not --official PATH, --base IMAGE or --rounds N"
                ),
            };
        }

        return options;
    }
}
