using System.Globalization;
using System.Runtime.CompilerServices;
using Featuresmith.Benchmarks.Startup;
using Featuresmith.Benchmarks.Validation;

namespace Featuresmith.Benchmarks.CommandLine;

/// <summary>
/// <c>version-vs-cli</c>: how long a program takes that only says its version, which is what every call pays: "featuresmith --version",
/// ReadyToRun and as one file that needs no .NET, and "devcontainer --version", as whole processes in turn on one machine.
/// </summary>
internal static class VersionComparison
{
    private const int Runs = 41;

    public static int Run()
    {
        var repository = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../.."));
        var published = Directory.CreateTempSubdirectory("featuresmith-published-");
        try
        {
            var program = PublishedProgram.Publish(repository, Path.Combine(published.FullName, "ready-to-run"));
            var single = PublishSingle(repository, Path.Combine(published.FullName, "single"));
            string[] contenders = [program, single, "devcontainer"];
            var times = contenders.ToDictionary(contender => contender, _ => new List<double>());
            for (var run = 0; run < Runs; run++)
            {
                foreach (var contender in contenders)
                {
                    times[contender].Add(ProcessCost.Of(contender, "--version").Milliseconds);
                }
            }

            var theirs = new Samples(times["devcontainer"]);
            Console.WriteLine($"devcontainer {ProcessCost.Of("devcontainer", "--version").Output}: {theirs} ms");
            Print("featuresmith, ReadyToRun", new Samples(times[program]), theirs);
            Print("featuresmith, one file", new Samples(times[single]), theirs);
            return 0;
        }
        finally
        {
            published.Delete(recursive: true);
        }
    }

    private static void Print(string name, Samples ours, Samples theirs) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {ours} ms; ratio {ours.Median / theirs.Median:F2} (medians of {Runs})"
            )
        );

    private static string PublishSingle(string repository, string target)
    {
        var publish = ProcessCost.Of(
            "dotnet",
            "publish",
            Path.Combine(repository, "src", "Featuresmith.Cli"),
            "-o",
            target,
            "--use-current-runtime",
            "-p:PublishProfile=Program"
        );
        var program = Path.Combine(target, "featuresmith");
        return File.Exists(program)
            ? program
            : throw new InvalidOperationException($"nothing was published: {publish.Output}");
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
