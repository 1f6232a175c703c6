using System.Diagnostics;
using System.Globalization;
using Scriban;

namespace Featuresmith.Benchmarks.Scriban;

/// <summary>
/// <c>scriban</c>: a table in seconds instead of BenchmarkDotNet's minutes. Each line is the best of several runs;
/// the last ones tell whether the cost is linear: ns a character at 1, 10 and 100 times the size.
/// </summary>
internal static class ScribanTable
{
    private const int Runs = 15;

    public static int Print()
    {
        var (name, ours) = ScribanTexts.Ours();
        var code = ScribanTexts.Code(ScribanBenchmarks.Megabyte);
        var plain = ScribanTexts.Plain(ScribanBenchmarks.Megabyte);
        var (parsedCode, parsedPlain) = (Template.Parse(code), Template.Parse(plain));
        var codeOutput = ScribanBenchmarks.Render(parsedCode).Length;

        Console.WriteLine($"{"what", -44} {"characters", 11} {"ns", 13} {"allocated", 12} {"MB/s", 8} {"ns/char", 8}");
        Measure(
            $"parse {name}",
            ours.Sum(text => text.Length),
            () => ours.Count(text => Template.Parse(text).HasErrors)
        );
        Measure("parse code", code.Length, () => Template.Parse(code));
        Measure("parse plain text", plain.Length, () => Template.Parse(plain));
        Measure("render code (characters of output)", codeOutput, () => ScribanBenchmarks.Render(parsedCode));
        Measure("render plain text", plain.Length, () => ScribanBenchmarks.Render(parsedPlain));
        Measure("copy plain text (what could not be faster)", plain.Length, () => new string(plain.AsSpan()));
        foreach (var length in (int[])[10_000, 100_000, 1_000_000])
        {
            var text = ScribanTexts.Code(length);
            var template = Template.Parse(text);
            Measure($"linear? parse {length}", text.Length, () => Template.Parse(text));
            Measure($"linear? render {length}", text.Length, () => ScribanBenchmarks.Render(template));
        }

        return 0;
    }

    private static void Measure(string what, int characters, Func<object> run)
    {
        var best = TimeSpan.MaxValue;
        var allocated = 0L;
        for (var i = 0; i < Runs; i++)
        {
            GC.Collect();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            run();
            var elapsed = Stopwatch.GetElapsedTime(start);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            best = elapsed < best ? elapsed : best;
        }

        // One byte a character: the texts are ASCII.
        var speed = characters / 1e6 / best.TotalSeconds;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what, -44} {characters, 11:N0} {best.TotalNanoseconds, 13:N0} {allocated, 12:N0} {speed, 8:N0} {best.TotalNanoseconds / characters, 8:N2}"
            )
        );
    }
}
