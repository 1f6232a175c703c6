using System.Globalization;

namespace Featuresmith.Benchmarks.Startup;

/// <summary>What one container wrote down about its start, in milliseconds after PID 1's first line.</summary>
/// <param name="Command">When the container's own command ran.</param>
/// <param name="Dockerd">When dockerd was executed; null where there is none.</param>
/// <param name="Answer">When the first <c>docker version</c> had its answer; null where there is no daemon.</param>
internal sealed record StartupMarks(double Command, double? Dockerd, double? Answer)
{
    /// <summary>Reads the marks, lines of a name and a time in nanoseconds, from a container's output.</summary>
    /// <exception cref="InvalidOperationException">The output has no mark "begin" or none "command".</exception>
    public static StartupMarks Read(string output)
    {
        // The first of each: a daemon that is started again does not become earlier.
        var marks = output
            .Split('\n')
            .Select(line => line.Split(' '))
            .Where(words => words.Length == 2 && long.TryParse(words[1], CultureInfo.InvariantCulture, out _))
            .GroupBy(words => words[0], words => long.Parse(words[1], CultureInfo.InvariantCulture))
            .ToDictionary(group => group.Key, group => group.First());
        if (!marks.TryGetValue("begin", out var begin) || !marks.TryGetValue("command", out var command))
        {
            throw new InvalidOperationException($"the container wrote no marks: {output}");
        }

        double? After(string mark) => marks.TryGetValue(mark, out var at) ? (at - begin) / 1e6 : null;
        return new((command - begin) / 1e6, After("dockerd"), After("answer"));
    }
}
