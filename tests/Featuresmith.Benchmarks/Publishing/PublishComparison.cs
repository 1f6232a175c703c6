using System.Globalization;
using System.Runtime.CompilerServices;
using Featuresmith.Benchmarks.Validation;

namespace Featuresmith.Benchmarks.Publishing;

/// <summary>
/// <c>publish-vs-cli [PATH]</c>: a collection packed, published for the first time and published unchanged, by us and by the devcontainers
/// CLI in turn, as whole processes, to one registry. PATH has a folder "src"; without it the metadata of the corpus gets made-up scripts.
/// </summary>
internal static class PublishComparison
{
    private const int Rounds = 5;

    public static int Run(string? path)
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
            var table = new List<(string Step, double Ours, double Theirs)>();
            for (var round = 0; round < Rounds; round++)
            {
                using var registry = new RegistryProcess(Path.Combine(work.FullName, $"registry-{round}"));
                table.AddRange(Round(program, collection.Path, registry.Host, Path.Combine(work.FullName, $"{round}")));
            }

            Console.WriteLine($"{collection.Count} Features, {Rounds} rounds, medians of wall time");
            foreach (var step in table.GroupBy(row => row.Step))
            {
                var (ours, theirs) = (Median(step.Select(row => row.Ours)), Median(step.Select(row => row.Theirs)));
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{step.Key, -18} ours {ours, 7:F0} ms, CLI {theirs, 7:F0} ms, ratio 1/{theirs / ours:F1}"
                    )
                );
            }
        }
        finally
        {
            work.Delete(recursive: true);
        }

        return 0;
    }

    private static IEnumerable<(string Step, double Ours, double Theirs)> Round(
        string program,
        string collection,
        string registry,
        string folder
    )
    {
        double Ours(params string[] arguments) => ProcessCost.Of(program, arguments).Milliseconds;
        double Theirs(params string[] arguments) =>
            ProcessCost.Of("devcontainer", ["features", .. arguments]).Milliseconds;
        yield return (
            "package",
            Ours("package", collection, "-o", $"{folder}-ours"),
            Theirs("package", collection, "-o", $"{folder}-cli")
        );
        foreach (var step in new[] { "first publish", "unchanged publish" })
        {
            yield return (
                step,
                Ours("publish", collection, "-r", registry, "-n", "bench/ours"),
                Theirs("publish", collection, "-r", registry, "-n", "bench/cli")
            );
        }
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
