using System.Globalization;
using System.Runtime.CompilerServices;
using Featuresmith.Benchmarks.Validation;

namespace Featuresmith.Benchmarks.Publishing;

/// <summary>
/// <c>publish-vs-cli [PATH [ROUNDS]]</c>: a collection packed, published for the first time and published unchanged, by us and by the devcontainers
/// CLI in turn, as whole processes, to one registry. PATH has a folder "src"; without it the metadata of the corpus gets made-up scripts.
/// </summary>
internal static class PublishComparison
{
    private const int UsualRounds = 5;

    // How many times faster we want to be.
    private static readonly (string Step, double Goal)[] Steps =
    [
        ("package", 4),
        ("first publish", 8),
        ("unchanged publish", 6),
    ];

    public static int Run(string? path, int rounds = UsualRounds)
    {
        var tests = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));
        var repository = Path.GetDirectoryName(tests)!;
        using var collection = new CollectionToPublish(
            path,
            Path.Combine(repository, "..", "shared", "data", "corpus")
        );
        var work = Directory.CreateTempSubdirectory("featuresmith-publish-bench-");
        try
        {
            var program = PublishedProgram.Publish(repository, Path.Combine(work.FullName, "program"));
            var done = new List<PublishRound>();
            for (var number = 0; number < rounds; number++)
            {
                Console.WriteLine($"round {number + 1} of {rounds}, load {Load()}");
                using var registry = new RegistryProcess(Path.Combine(work.FullName, $"registry-{number}"));
                var folder = Directory.CreateDirectory(Path.Combine(work.FullName, $"{number}")).FullName;
                var round = new PublishRound(program, collection.Path, registry, folder);
                round.Run([.. Steps.Select(step => step.Step)], oursFirst: number % 2 == 0);
                done.Add(round);
            }

            Print(collection.Count, done);
        }
        finally
        {
            work.Delete(recursive: true);
        }

        return 0;
    }

    private static void Print(int features, List<PublishRound> rounds)
    {
        Console.WriteLine(
            $"{features} Features, {Environment.ProcessorCount} processors, load {Load()}, medians of {rounds.Count} rounds (least to most)"
        );
        foreach (var (step, goal) in Steps)
        {
            var ours = rounds.Select(round => round.Ours[step]).ToList();
            var theirs = rounds.Select(round => round.Theirs[step]).ToList();
            var ratio = Median(theirs, cost => cost.Milliseconds) / Median(ours, cost => cost.Milliseconds);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{step, -18} ours {Text(ours)}, CLI {Text(theirs)}, ratio 1/{ratio:F1} (goal 1/{goal:F0})"
                )
            );
        }
    }

    private static string Text(List<StepCost> costs) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Median(costs, cost => cost.Milliseconds):F0} ms ({costs.Min(cost => cost.Milliseconds):F0} to {costs.Max(cost => cost.Milliseconds):F0}, registry's processor {Median(costs, cost => cost.RegistryMilliseconds):F0})"
        );

    private static double Median(List<StepCost> costs, Func<StepCost, double> of) =>
        costs.Select(of).Order().ElementAt(costs.Count / 2);

    private static string Load() =>
        File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "?";

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
