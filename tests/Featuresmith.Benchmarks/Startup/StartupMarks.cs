namespace Featuresmith.Benchmarks.Startup;

/// <summary>What one container wrote down about its start, in milliseconds after PID 1's first line.</summary>
/// <param name="Command">When the container's own command ran.</param>
/// <param name="Dockerd">When dockerd was executed; null where there is none.</param>
/// <param name="Answer">When the first <c>docker version</c> had its answer; null where there is no daemon.</param>
internal sealed record StartupMarks(double Command, double? Dockerd, double? Answer)
{
    /// <summary>Reads the marks from a container's output.</summary>
    /// <exception cref="InvalidOperationException">The output has no mark "begin" or none "command".</exception>
    public static StartupMarks Read(string output)
    {
        var marks = MarkLines.Read(output);
        double? After(string mark) => marks.TryGetValue(mark, out var at) ? at : null;
        return new(
            After("command") ?? throw new InvalidOperationException($"the container's command did not run: {output}"),
            After("dockerd"),
            After("answer")
        );
    }
}
