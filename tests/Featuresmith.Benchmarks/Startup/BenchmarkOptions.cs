using System.Globalization;

namespace Featuresmith.Benchmarks.Startup;

/// <summary>What the person who runs a benchmark of the Feature docker-in-docker may choose.</summary>
/// <param name="BaseImage">The image that the Feature is installed in.</param>
/// <param name="Rounds">How often each contender is measured.</param>
/// <param name="Official">The full path of the official Feature's entrypoint; null to go without.</param>
/// <param name="ControlGroup">
/// The control group that the measured containers run in; null for the engine's own. On a machine that is busy with other things, a
/// group with a large share of the processors keeps those out of the figures.
/// </param>
internal sealed record BenchmarkOptions(string BaseImage, int Rounds, string? Official, string? ControlGroup)
{
    /// <summary>Reads the command line after the benchmark's name.</summary>
    /// <param name="args">Pairs of a flag and its value.</param>
    /// <param name="rounds">How often where the command line says nothing.</param>
    /// <exception cref="ArgumentException">A flag is unknown or lacks its value.</exception>
    public static BenchmarkOptions Parse(string[] args, int rounds)
    {
        var options = new BenchmarkOptions("debian:trixie", rounds, null, null);
        foreach (var pair in args.Chunk(2))
        {
            options = pair switch
            {
                ["--official", var path] => options with { Official = Path.GetFullPath(path) },
                ["--base", var image] => options with { BaseImage = image },
                ["--cgroup-parent", var path] => options with { ControlGroup = path },
                ["--rounds", var number] => options with { Rounds = int.Parse(number, CultureInfo.InvariantCulture) },
                _ => throw new ArgumentException(
                    $"'{string.Join(' ', pair)}' is not --official PATH, --base IMAGE, --rounds N or --cgroup-parent PATH"
                ),
            };
        }

        return options;
    }

    /// <summary>What <c>docker run</c> needs to be told of this.</summary>
    public string[] RunArguments => ControlGroup is null ? [] : ["--cgroup-parent", ControlGroup];
}
