using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Featuresmith.Benchmarks.Startup;

namespace Featuresmith.Benchmarks.Variants;

/// <summary>
/// <c>variants [--base IMAGE] [--rounds N] [--cgroup-parent PATH] [--output FILE]</c>: the collection's ways to nest containers side by
/// side, in turn, each in a new container with empty volumes: until the hook returns, until an image has run, and a small build.
/// FILE, or features/speed.json with --output page, is what the collection's page shows.
/// </summary>
internal static class VariantComparison
{
    private const string DockerBuild = "docker build -q -t $image-built /opt/context";

    private static readonly Variant[] Variants =
    [
        new("docker-in-docker", "docker", DockerBuild),
        new("docker-in-docker-rootless", "docker", DockerBuild, "--device=/dev/net/tun"),
        new("docker-outside-of-docker", "docker", DockerBuild),
        new("podman-in-container", "podman", "podman build -q -t $image-built /opt/context"),
        new("image-builder", null, "build-image -q -t $image-built /opt/context"),
    ];

    public static int Run(string[] args)
    {
        var output = args.SkipWhile(arg => arg != "--output").Skip(1).FirstOrDefault();
        var options = BenchmarkOptions.Parse(output is null ? args : WithoutOutput(args), rounds: 5);
        foreach (var variant in Variants)
        {
            variant.Prepare(options);
        }

        var seconds = Variants.ToDictionary(variant => variant, _ => new List<VariantSeconds>());
        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var variant in Variants)
            {
                seconds[variant].Add(variant.Measure(options));
            }
        }

        Print(seconds, options);
        if (output is not null)
        {
            File.WriteAllText(output == "page" ? FeatureUnderTest.SpeedFile : output, Page(seconds));
        }

        return 0;
    }

    private static string[] WithoutOutput(string[] args)
    {
        var at = Array.IndexOf(args, "--output");
        return [.. args[..at], .. args[(at + 2)..]];
    }

    private static readonly (string Name, Func<VariantSeconds, double?> Of)[] Figures =
    [
        ("ready", seconds => seconds.Ready),
        ("first run", seconds => seconds.FirstRun),
        ("next run", seconds => seconds.NextRun),
        ("build", seconds => seconds.Build),
    ];

    private static void Print(Dictionary<Variant, List<VariantSeconds>> seconds, BenchmarkOptions options)
    {
        Console.WriteLine(
            $"{options.BaseImage}, {options.Rounds} containers each, in turn; seconds: median, and how many times docker-in-docker's"
        );
        Console.WriteLine();
        Console.WriteLine($"| Feature | {string.Join(" | ", Figures.Select(figure => figure.Name))} |");
        Console.WriteLine($"| --- |{string.Concat(Figures.Select(_ => " ---: |"))}");
        foreach (var (variant, all) in seconds)
        {
            var cells = Figures.Select(figure => Cell(Median(all, figure.Of), Median(seconds[Variants[0]], figure.Of)));
            Console.WriteLine($"| {variant.Id} | {string.Join(" | ", cells)} |");
        }
    }

    private static string Cell(double? value, double? reference) =>
        value is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{value:F2} ({value / reference:F2} x)");

    private static double? Median(List<VariantSeconds> all, Func<VariantSeconds, double?> figure) =>
        all.Select(figure).OfType<double>().ToList() is { Count: > 0 } values ? new Samples(values).Median : null;

    // The names of the figures are the page's headings, and each Feature has all of them.
    private static string Page(Dictionary<Variant, List<VariantSeconds>> seconds)
    {
        var page = new JsonObject(
            seconds.Select(entry =>
                KeyValuePair.Create(
                    entry.Key.Id,
                    (JsonNode?)
                        new JsonObject(
                            Figures.Select(figure =>
                                KeyValuePair.Create(figure.Name, (JsonNode?)Rounded(Median(entry.Value, figure.Of)))
                            )
                        )
                )
            )
        );
        return page.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n";
    }

    private static JsonNode? Rounded(double? value) => value is { } number ? Math.Round(number, 2) : null;
}
