using System.Diagnostics;

namespace Featuresmith.Benchmarks.Publishing;

/// <summary>What one step cost.</summary>
/// <param name="Milliseconds">Wall time, from the start of the process to its end.</param>
/// <param name="RegistryMilliseconds">Processor time of the registry meanwhile.</param>
internal readonly record struct StepCost(double Milliseconds, double RegistryMilliseconds);

/// <summary>Every step once by us and once by the devcontainers CLI, which have to come to the same.</summary>
/// <param name="program">Our executable.</param>
/// <param name="collection">The folder with a folder a Feature.</param>
/// <param name="registry">An empty registry.</param>
/// <param name="folder">An empty folder.</param>
internal sealed class PublishRound(string program, string collection, RegistryProcess registry, string folder)
{
    public Dictionary<string, StepCost> Ours { get; } = [];

    public Dictionary<string, StepCost> Theirs { get; } = [];

    /// <summary>Runs the steps.</summary>
    /// <param name="steps">"package" and any number of publishes.</param>
    /// <param name="oursFirst">Who begins each step.</param>
    public void Run(IReadOnlyList<string> steps, bool oursFirst)
    {
        foreach (var step in steps)
        {
            foreach (var isOurs in new[] { oursFirst, !oursFirst })
            {
                var side = isOurs ? "ours" : "cli";
                string[] arguments = isOurs ? [] : ["features"];
                arguments =
                    step == "package"
                        ? [.. arguments, "package", collection, "-o", Path.Combine(folder, side)]
                        : [.. arguments, "publish", collection, "-r", registry.Host, "-n", $"bench/{side}"];
                (isOurs ? Ours : Theirs)[step] = Cost(isOurs ? program : "devcontainer", arguments);
            }

            Compare(step);
        }
    }

    private StepCost Cost(string file, string[] arguments)
    {
        var before = registry.ProcessorTime;
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(
            new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.WaitForExit();
        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return process.ExitCode == 0
            ? new StepCost(took, (registry.ProcessorTime - before).TotalMilliseconds)
            : throw new InvalidOperationException(
                $"{file} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{error.Result}{output.Result}"
            );
    }

    private void Compare(string step)
    {
        var (ours, theirs) =
            step == "package"
                ? (Files(Path.Combine(folder, "ours")), Files(Path.Combine(folder, "cli")))
                : (registry.Tags("bench/ours"), registry.Tags("bench/cli"));
        var different = ours.Except(theirs).Concat(theirs.Except(ours)).ToList();
        Console.WriteLine(
            $"  {step}: {ours.Count} {(step == "package" ? "files" : "tags")}, "
                + (different.Count == 0 ? "the same by both" : $"different: {string.Join(", ", different)}")
        );
    }

    private static HashSet<string> Files(string path) =>
        [.. Directory.EnumerateFiles(path).Select(file => Path.GetFileName(file))];
}
