using Featuresmith.Benchmarks.Startup;

namespace Featuresmith.Benchmarks.Variants;

/// <summary>What one container of a variant wrote down, in seconds.</summary>
/// <param name="Ready">From PID 1's first line until the Feature's hook has returned.</param>
/// <param name="FirstRun">From PID 1's first line until an imported image has run for the first time; null where nothing can be run.</param>
/// <param name="NextRun">How long it took to run it again.</param>
/// <param name="Build">How long a build of two RUN steps took.</param>
internal sealed record VariantSeconds(double Ready, double? FirstRun, double? NextRun, double Build)
{
    /// <summary>Reads the marks of a container's output.</summary>
    /// <exception cref="InvalidOperationException">A mark is missing.</exception>
    public static VariantSeconds Read(string output)
    {
        var marks = MarkLines.Read(output);
        double Needed(string mark) =>
            marks.TryGetValue(mark, out var at)
                ? at
                : throw new InvalidOperationException($"the container did not come to '{mark}': {output}");
        double? first = marks.TryGetValue("first", out var run) ? run : null;
        return new(
            Needed("ready") / 1000,
            first / 1000,
            first is null ? null : (Needed("second") - first) / 1000,
            (Needed("build") - Needed("before")) / 1000
        );
    }
}
