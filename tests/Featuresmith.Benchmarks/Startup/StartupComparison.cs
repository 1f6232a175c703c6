using System.Globalization;

namespace Featuresmith.Benchmarks.Startup;

/// <summary>
/// <c>dind-startup [--official PATH] [--base IMAGE] [--rounds N] [--cgroup-parent PATH]</c>: the start of a container whose entrypoint brings up a Docker
/// daemon, ours and others in turn, from one image on one engine. PATH is the entrypoint that the official Feature's install.sh
/// writes (docker-init.sh, between its two here-documents); a person makes it, for it is not ours to ship.
/// </summary>
internal static class StartupComparison
{
    private static readonly Contender Nothing = new("no entrypoint", ":", HasDaemon: false);
    private static readonly Contender Bare = new("bare dockerd", "dockerd >/var/log/dockerd.log 2>&1 &");
    private static readonly Contender Ours = new("ours", Docker.FeatureEntrypoint());

    public static int Run(BenchmarkOptions options)
    {
        List<Contender> contenders = [Nothing, Ours, Bare];
        if (options.Official is { } path)
        {
            contenders.Add(new("official", path, Script: path));
        }

        StartupImage.Build(options.BaseImage);
        var marks = contenders.ToDictionary(contender => contender, _ => new List<StartupMarks>());
        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var contender in contenders)
            {
                marks[contender].Add(contender.Measure(options));
            }
        }

        Print(marks, options);
        return 0;
    }

    private static void Print(Dictionary<Contender, List<StartupMarks>> marks, BenchmarkOptions options)
    {
        Console.WriteLine(
            $"{options.BaseImage}, {options.Rounds} starts each, in turn; ms after PID 1's first line: median (least to most)"
        );
        Console.WriteLine();
        Console.WriteLine("| entrypoint | own command runs | dockerd executed | first answer |");
        Console.WriteLine("| --- | ---: | ---: | ---: |");
        foreach (var (contender, all) in marks)
        {
            Console.WriteLine($"| {contender.Name} | {Command(all)} | {Dockerd(all)} | {Answer(all)} |");
        }

        Console.WriteLine();
        Goal(
            "own command, later than without entrypoint, ms",
            Command(marks[Ours]).Median - Command(marks[Nothing]).Median,
            60
        );
        foreach (var (contender, all) in marks.Where(entry => entry.Key.HasDaemon && entry.Key != Ours))
        {
            Goal(
                $"first answer, ours to {contender.Name}, ratio",
                Answer(marks[Ours]).Median / Answer(all).Median,
                0.3
            );
        }

        foreach (var (_, all) in marks.Where(entry => entry.Key.Script is not null))
        {
            Goal(
                "own command, ours earlier than official (negative), ms",
                Command(marks[Ours]).Median - Command(all).Median,
                -1000
            );
        }
    }

    private static void Goal(string what, double value, double most) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: {value:F2}, goal at most {most}: {(value <= most ? "met" : "MISSED")}"
            )
        );

    private static Samples Command(List<StartupMarks> all) => new(all.Select(marks => marks.Command));

    private static Samples Dockerd(List<StartupMarks> all) => new(all.Select(marks => marks.Dockerd).OfType<double>());

    private static Samples Answer(List<StartupMarks> all) => new(all.Select(marks => marks.Answer).OfType<double>());
}
