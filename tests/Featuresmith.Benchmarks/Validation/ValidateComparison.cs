using System.Globalization;
using System.Runtime.CompilerServices;

namespace Featuresmith.Benchmarks.Validation;

/// <summary>
/// <c>validate-vs-ajv</c>: the published collections checked by "featuresmith validate" with all rules, and their metadata by ajv with
/// the official schema alone, as whole processes in turn on one machine, at 1, 4 and 16 copies. What is measured is what would be
/// shipped: the program published ReadyToRun.
/// </summary>
internal static class ValidateComparison
{
    private const int Runs = 11;

    public static int Run()
    {
        var tests = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));
        var repository = Path.GetDirectoryName(tests)!;
        var data = Path.GetFullPath(Path.Combine(repository, "..", "shared", "data"));
        var schema = Path.Combine(data, "spec-schemas", "devContainerFeature.schema.json");
        var script = Path.Combine(Path.GetDirectoryName(ThisFile())!, "metadata-with-ajv.cjs");
        var published = Directory.CreateTempSubdirectory("featuresmith-published-");
        try
        {
            var program = PublishedProgram.Publish(repository, published.FullName);
            foreach (var copies in new[] { 1, 4, 16 })
            {
                using var corpus = new CorpusCopies(data, copies);
                Compare(corpus, copies, program, ["node", script, schema, corpus.Path]);
            }
        }
        finally
        {
            published.Delete(recursive: true);
        }

        return 0;
    }

    private static void Compare(CorpusCopies corpus, int copies, string program, string[] other)
    {
        var (ours, theirs) = (new List<ProcessCost>(), new List<ProcessCost>());
        for (var run = 0; run < Runs; run++)
        {
            ours.Add(ProcessCost.Of(program, ["validate", .. corpus.Collections]));
            theirs.Add(ProcessCost.Of(other[0], other[1..]));
        }

        var (time, otherTime) = (Median(ours, cost => cost.Milliseconds), Median(theirs, cost => cost.Milliseconds));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{copies, 2} copies: ours {time:F0} ms, {Median(ours, cost => cost.PeakMegabytes):F0} MB; "
                    + $"ajv {otherTime:F0} ms, {Median(theirs, cost => cost.PeakMegabytes):F0} MB; "
                    + $"ratio {time / otherTime:F2} (medians of {Runs})"
            )
        );
        Console.WriteLine($"  ours: {ours[0].Output.Split('\n')[^1]}; ajv: {theirs[0].Output} valid");
    }

    private static double Median(List<ProcessCost> costs, Func<ProcessCost, double> of) =>
        costs.Select(of).Order().ElementAt(costs.Count / 2);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
