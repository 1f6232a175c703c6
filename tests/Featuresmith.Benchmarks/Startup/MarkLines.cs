using System.Globalization;

namespace Featuresmith.Benchmarks.Startup;

/// <summary>The marks in a container's output: lines of a name and a time in nanoseconds.</summary>
internal static class MarkLines
{
    /// <summary>Reads them.</summary>
    /// <param name="output">What the container has written.</param>
    /// <returns>Milliseconds after the mark "begin", by name; the first of each, for what is begun again does not become earlier.</returns>
    /// <exception cref="InvalidOperationException">There is no mark "begin".</exception>
    public static Dictionary<string, double> Read(string output)
    {
        var marks = output
            .Split('\n')
            .Select(line => line.Split(' '))
            .Where(words => words.Length == 2 && long.TryParse(words[1], CultureInfo.InvariantCulture, out _))
            .GroupBy(words => words[0], words => long.Parse(words[1], CultureInfo.InvariantCulture))
            .ToDictionary(group => group.Key, group => group.First());
        return marks.TryGetValue("begin", out var begin)
            ? marks.ToDictionary(mark => mark.Key, mark => (mark.Value - begin) / 1e6)
            : throw new InvalidOperationException($"the container wrote no marks: {output}");
    }
}
