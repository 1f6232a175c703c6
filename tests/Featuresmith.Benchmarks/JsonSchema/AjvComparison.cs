using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Featuresmith.Benchmarks.JsonSchema;

/// <summary>
/// <c>json-schema-vs-ajv</c>: the corpus judged by this engine and by ajv, in turn on one machine, warm and as a whole
/// process. What is measured is what would be shipped: this program, published ReadyToRun.
/// </summary>
internal static class AjvComparison
{
    private const int Rounds = 3;
    private const int SecondsWarm = 3;
    private const int ProcessRuns = 15;

    public static int Run()
    {
        var tests = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));
        var script = Path.Combine(tests, "Featuresmith.Tests", "JsonSchema", "ajv", "corpus.cjs");
        using var corpus = CorpusFolder.Create(tests);
        var program = Publish(Path.Combine(tests, "Featuresmith.Benchmarks"), corpus.ProgramPath);
        Console.WriteLine($"{corpus.Count} documents");

        var (ours, theirs) = (new List<double>(), new List<double>());
        var allocated = "";
        for (var round = 0; round < Rounds; round++)
        {
            var output = Execute(program, "json-schema-corpus", "warm", corpus.Path, $"{SecondsWarm}").Split(' ');
            ours.Add(double.Parse(output[0], CultureInfo.InvariantCulture) / corpus.Count);
            allocated = $"{output[1]} bytes in {output[2]} valid documents";
            var other = Execute("node", script, "warm", corpus.Path, $"{SecondsWarm}");
            theirs.Add(double.Parse(other, CultureInfo.InvariantCulture) / corpus.Count);
        }

        Report("warm, ns a document", ours, theirs);
        Console.WriteLine($"allocated warm: {allocated}");
        (ours, theirs) = (new(), new());
        for (var run = 0; run < ProcessRuns; run++)
        {
            ours.Add(Time(program, "json-schema-corpus", "whole", corpus.Path));
            theirs.Add(Time("node", script, "whole", corpus.Path));
        }

        Report("whole process, ms", ours, theirs);
        return 0;
    }

    private static string Publish(string project, string target)
    {
        Execute(
            "dotnet",
            "publish",
            project,
            "-c",
            "Release",
            "-o",
            target,
            "--use-current-runtime",
            "-p:PublishReadyToRun=true",
            "--self-contained=false"
        );
        return Path.Combine(target, "Featuresmith.Benchmarks");
    }

    private static void Report(string what, List<double> ours, List<double> theirs)
    {
        var (a, b) = (Median(ours), Median(theirs));
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{what}: ours {a:F1}, ajv {b:F1}, ratio {a / b:F2} (medians)")
        );
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static double Time(string program, params string[] arguments)
    {
        var start = Stopwatch.GetTimestamp();
        Execute(program, arguments);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static string Execute(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.Trim()
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {output}");
    }
}
