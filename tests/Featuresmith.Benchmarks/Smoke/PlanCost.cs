using System.Diagnostics;
using System.Globalization;
using Featuresmith.Diagnostics;
using Featuresmith.Smoke;

namespace Featuresmith.Benchmarks.Smoke;

/// <summary>What planning costs for collections of 500 and 5,000 cases: time in this process, and whether memory grows with repeats.</summary>
internal static class PlanCost
{
    private const int ScenariosOfAFeature = 24;

    /// <summary>Prints the table.</summary>
    public static int Run()
    {
        Console.WriteLine("  cases   first plan   next plans   kept after 1   kept after 20");
        foreach (var features in new[] { 20, 200 })
        {
            var folder = Directory.CreateTempSubdirectory("plan-cost-");
            try
            {
                Write(folder.FullName, features);
                Measure(new SmokeCollection(folder.FullName));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        return 0;
    }

    private static void Measure(SmokeCollection collection)
    {
        var (first, cases) = Plan(collection);
        var keptOnce = GC.GetTotalMemory(forceFullCollection: true);
        var next = Enumerable.Range(0, 20).Select(_ => Plan(collection).Milliseconds).Order().ElementAt(10);
        var keptOften = GC.GetTotalMemory(forceFullCollection: true);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{cases, 7} {first, 9:0.0} ms {next, 9:0.0} ms {keptOnce / 1e6, 11:0.0} MB {keptOften / 1e6, 12:0.0} MB"
            )
        );
    }

    private static (double Milliseconds, int Cases) Plan(SmokeCollection collection)
    {
        var began = Stopwatch.GetTimestamp();
        var cases = new SmokePlan(collection, new DiagnosticBag()).Cases(
            collection.TestedFeatures(),
            [],
            ["debian:trixie"]
        );
        return (Stopwatch.GetElapsedTime(began).TotalMilliseconds, cases.Count);
    }

    private static void Write(string root, int features)
    {
        for (var number = 0; number < features; number++)
        {
            var id = $"feature-{number}";
            Directory.CreateDirectory(Path.Combine(root, "src", id));
            var tests = Directory.CreateDirectory(Path.Combine(root, "test", id)).FullName;
            File.WriteAllText(
                Path.Combine(root, "src", id, "devcontainer-feature.json"),
                $$"""{ "id": "{{id}}", "version": "1.0.0", "name": "{{id}}", "options": { "level": { "type": "string", "default": "1" } } }"""
            );
            File.WriteAllText(Path.Combine(tests, "test.sh"), "");
            var scenarios = Enumerable
                .Range(0, ScenariosOfAFeature)
                .Select(scenario =>
                    $$"""  "s{{scenario}}": { "image": "debian:trixie", "features": { "{{id}}": { "level": "{{scenario}}" } } }"""
                );
            File.WriteAllText(Path.Combine(tests, "scenarios.json"), $"{{\n{string.Join(",\n", scenarios)}\n}}\n");
        }
    }
}
