using System.Diagnostics;
using System.Globalization;

namespace Featuresmith.Benchmarks.Smoke;

/// <summary>
/// "devcontainer features test" and "featuresmith test" on the same scenarios and the same host, in turns: with install scripts that
/// no cache has seen, and again unchanged.
/// </summary>
internal static class SmokeComparison
{
    /// <summary>Runs both and prints the table.</summary>
    /// <param name="options">What the person who measures has chosen.</param>
    /// <returns>0 where the verdicts are the same in every round.</returns>
    public static int Run(SmokeOptions options)
    {
        using var collection = SmokeCollectionCopy.Of(options);
        var cold = new List<(SmokeTimes Cli, SmokeTimes Ours)>();
        var warm = new List<(SmokeTimes Cli, SmokeTimes Ours)>();
        for (var round = 0; round < options.Rounds; round++)
        {
            collection.ForgetCaches();
            var cli = SmokeTimes.OfCli(collection, options);
            collection.ForgetCaches();
            var ours = SmokeTimes.OfOurs(collection, options);
            cold.Add((cli, ours));
            warm.Add((SmokeTimes.OfCli(collection, options), SmokeTimes.OfOurs(collection, options)));
        }

        Console.WriteLine(
            $"{collection.Folder}, {options.BaseImage}, {options.Rounds} rounds, {Environment.ProcessorCount} cores, median of each"
        );
        Console.WriteLine("                 features test   featuresmith test   ratio");
        Print("cold", cold);
        Print("unchanged", warm);
        var differing = cold.Concat(warm).Where(pair => !pair.Cli.Verdicts.SequenceEqual(pair.Ours.Verdicts)).ToList();
        Console.WriteLine($"verdicts: {string.Join(", ", cold[0].Ours.Verdicts)}");
        foreach (var (cli, _) in differing)
        {
            Console.WriteLine($"features test says: {string.Join(", ", cli.Verdicts)}");
        }

        return differing.Count == 0 ? 0 : 1;
    }

    private static void Print(string name, IReadOnlyList<(SmokeTimes Cli, SmokeTimes Ours)> rounds)
    {
        var cli = Median(rounds.Select(round => round.Cli.Seconds));
        var ours = Median(rounds.Select(round => round.Ours.Seconds));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -15} {cli, 13:0.00} s {ours, 17:0.00} s {ours / cli, 7:0.00}"
            )
        );
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
