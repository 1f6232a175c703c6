using System.Diagnostics;
using System.Globalization;

namespace Featuresmith.Benchmarks.Startup;

/// <summary>
/// <c>dind-install [--base IMAGE] [--rounds N] [--cgroup-parent PATH]</c>: the Feature's install.sh beside apt-get with the same packages, in turn, each in
/// a new container. An untimed installation first tells which packages those are.
/// </summary>
internal static class InstallComparison
{
    private const string Ours = "SOURCE=distro sh /feature/install.sh";

    public static int Run(BenchmarkOptions options)
    {
        var before = Packages(options, "true");
        var packages = Packages(options, Ours).Except(before).ToList();
        var plain =
            $"apt-get update -q && apt-get install -q -y --no-install-recommends {string.Join(' ', packages)} && rm -rf /var/lib/apt/lists/*";
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round < options.Rounds; round++)
        {
            ours.Add(Time(options, Ours));
            theirs.Add(Time(options, plain));
        }

        var (a, b) = (new Samples(ours), new Samples(theirs));
        Console.WriteLine(
            $"{options.BaseImage}, {packages.Count} packages, {options.Rounds} installations each, in turn; ms: median (least to most)"
        );
        Console.WriteLine($"install.sh {a}, apt-get alone {b}");
        var ratio = a.Median / b.Median;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"ratio {ratio:F3}, goal at most 1.10: {(ratio <= 1.1 ? "met" : "MISSED")}"
            )
        );
        return 0;
    }

    private static HashSet<string> Packages(BenchmarkOptions options, string command) =>
        [
            .. InContainer(options, $"{{ {command}; }} >&2 && dpkg-query -W -f '${{Package}}\\n'")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries),
        ];

    private static double Time(BenchmarkOptions options, string command)
    {
        var start = Stopwatch.GetTimestamp();
        InContainer(options, command);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static string InContainer(BenchmarkOptions options, string command) =>
        Docker.Run([
            "run",
            "--rm",
            "-e",
            "DEBIAN_FRONTEND=noninteractive",
            "-v",
            $"{Docker.Feature}:/feature:ro",
            .. options.RunArguments,
            options.BaseImage,
            "sh",
            "-c",
            command,
        ]);
}
