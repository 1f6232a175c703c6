using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Featuresmith.Benchmarks.Smoke;

/// <summary>One run of one of the two tools.</summary>
/// <param name="Seconds">Wall time, from the start of the process to its end.</param>
/// <param name="Verdicts">"name passed" or "name failed", sorted; a Feature's test.sh has the Feature's name.</param>
internal sealed partial record SmokeTimes(double Seconds, IReadOnlyList<string> Verdicts)
{
    /// <summary>"devcontainer features test".</summary>
    public static SmokeTimes OfCli(SmokeCollectionCopy collection, SmokeOptions options)
    {
        var (seconds, output) = Run(
            "devcontainer",
            ["features", "test", "-p", collection.Folder, "-i", options.BaseImage]
        );
        var report = output[
            (output.LastIndexOf("TEST REPORT", StringComparison.Ordinal) is >= 0 and var at ? at : output.Length)..
        ];
        return new SmokeTimes(
            seconds,
            [
                .. Line()
                    .Matches(report)
                    .Select(line => $"{line.Groups[2].Value} {line.Groups[1].Value.ToLowerInvariant()}")
                    .Order(StringComparer.Ordinal),
            ]
        );
    }

    /// <summary>"featuresmith test".</summary>
    public static SmokeTimes OfOurs(SmokeCollectionCopy collection, SmokeOptions options)
    {
        var report = Path.Combine(collection.Folder, "report.json");
        File.Delete(report);
        var (seconds, output) = Run(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "featuresmith.dll"),
                "test",
                "-p",
                collection.Folder,
                "--report",
                $"json={report}",
                "--jobs",
                options.Jobs.ToString(CultureInfo.InvariantCulture),
                "--cache",
                Path.Combine(collection.Folder, "cache"),
                .. options.BaseImage.Length > 0 ? new[] { "-i", options.BaseImage } : [],
            ]
        );
        if (!File.Exists(report))
        {
            throw new InvalidOperationException($"featuresmith test wrote no report: {output}");
        }

        var tests = JsonNode.Parse(File.ReadAllText(report))!["tests"]!.AsArray();
        return new SmokeTimes(seconds, [.. tests.Select(test => Verdict(test!)).Order(StringComparer.Ordinal)]);
    }

    private static string Verdict(JsonNode test)
    {
        var scenario = test["scenario"]!.ToString();
        var name = scenario == "test" ? test["feature"]!.ToString() : scenario;
        return $"{name} {(test["result"]!.ToString() == "failed" ? "failed" : "passed")}";
    }

    private static (double Seconds, string Output) Run(string program, IEnumerable<string> arguments)
    {
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (Stopwatch.GetElapsedTime(began).TotalSeconds, output + errors.Result);
    }

    [GeneratedRegex(@"(Passed|Failed):\s+'([^']+)'")]
    private static partial Regex Line();
}
