using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Featuresmith.Diagnostics;
using Featuresmith.Reporting;
using Featuresmith.Sources;
using Featuresmith.Validation;
using Featuresmith.Validation.Fixing;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Validation.Fuzzing;

/// <summary>
/// Spoilt files of every kind: nothing crashes, nothing hangs, every place lies inside its file, and every report can be written.
/// FEATURESMITH_FUZZ says how many files (50000 is the full run), FEATURESMITH_FUZZ_SEED which; a failure names the seed of its file.
/// </summary>
public class FuzzTests
{
    private const int UsualCount = 1500;

    private static readonly int Kinds = Enum.GetValues<SpoiltKind>().Length;

    /// <summary>Longer than any file takes on any machine: only a hang lasts so long.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(1);

    [TestCase(SpoiltKind.Metadata)]
    [TestCase(SpoiltKind.Script)]
    [TestCase(SpoiltKind.DevContainer)]
    [TestCase(SpoiltKind.Scenarios)]
    [TestCase(SpoiltKind.Definition)]
    public void A_spoilt_file_never_crashes_hangs_or_points_outside_itself(SpoiltKind kind)
    {
        var first = Number("FEATURESMITH_FUZZ_SEED") ?? Random.Shared.Next(int.MaxValue / 2);
        var count = ((Number("FEATURESMITH_FUZZ") ?? UsualCount) + Kinds - 1) / Kinds;
        var seeds = FuzzSeeds.For(kind);
        TestContext.Out.WriteLine($"{kind}: seeds {first} to {first + count - 1}, from {seeds.Count} files");
        var (slowest, slowestSeed, seed, findings) = (TimeSpan.Zero, first, first, 0L);
        var work = Task.Run(() =>
        {
            for (; seed < first + count; seed++)
            {
                findings += Examine(kind, Mutations.Spoil(new Random(seed), seeds), out var took);
                (slowest, slowestSeed) = took > slowest ? (took, seed) : (slowest, slowestSeed);
            }
        });
        for (var watched = -1; !work.IsCompleted; watched = seed)
        {
            if (!Task.WhenAny(work, Task.Delay(Hang)).Result.Equals(work))
            {
                seed.ShouldNotBe(watched, $"{kind} hangs; run again with FEATURESMITH_FUZZ_SEED={seed}");
            }
        }

        Should.NotThrow(() => work.Wait(), $"run again with FEATURESMITH_FUZZ={Kinds} FEATURESMITH_FUZZ_SEED={seed}");
        findings.ShouldBePositive();
        TestContext.Out.WriteLine(
            $"{kind}: {findings} findings; slowest {slowest.TotalMilliseconds:F0} ms (seed {slowestSeed})"
        );
    }

    private static int Examine(SpoiltKind kind, string text, out TimeSpan took)
    {
        var start = Stopwatch.GetTimestamp();
        var outcome = SpoiltFile.Check(kind, text);
        took = Stopwatch.GetElapsedTime(start);
        foreach (var diagnostic in outcome.Diagnostics)
        {
            Inside(diagnostic.Span);
            foreach (var related in diagnostic.Related)
            {
                Inside(related.Span);
            }
        }

        new TextReport(TextWriter.Null, colour: true).Write(outcome);
        new GitHubReport(TextWriter.Null).Write(outcome);
        Parsed(writer => new JsonReport(writer), outcome).GetArrayLength().ShouldBe(outcome.Diagnostics.Count);
        Parsed(writer => new SarifReport(writer), outcome);
        foreach (var file in outcome.Diagnostics.Where(item => item.Fix is not null).GroupBy(item => item.Span.Source))
        {
            Mend(kind, file.Key, [.. file]);
        }

        return outcome.Diagnostics.Count;
    }

    private static void Inside(SourceSpan span)
    {
        span.Start.ShouldBeInRange(0, span.Source.Text.Length);
        span.End.ShouldBeInRange(span.Start, span.Source.Text.Length);
        span.StartPosition.Line.ShouldBeInRange(1, span.Source.LineCount);
    }

    private static void Mend(SpoiltKind kind, SourceText source, IReadOnlyList<Diagnostic> fixable)
    {
        fixable
            .SelectMany(item => item.Fix!.Edits)
            .ShouldAllBe(edit => ReferenceEquals(edit.Span.Source, source), "a fix edits the file that it is shown in");
        SpoiltFile.Check(kind, FixPlan.Mend(source, fixable.Select(item => item.Fix!)).After);
        // These take away what is no part of the value.
        var silent = fixable.Where(item => item.Rule.Id.Value is "FS106" or "FS004").Select(item => item.Fix!);
        if (Value(source) is { } before)
        {
            var mended = new SourceText(source.Path, FixPlan.Mend(source, silent).After);
            JsonElement.DeepEquals(before, Value(mended)!.Value).ShouldBeTrue();
        }
    }

    private static JsonElement? Value(SourceText source) =>
        source.Path.EndsWith(".json", StringComparison.Ordinal)
        && Featuresmith.Syntax.JsonSyntaxTree.Parse(source, []).Root is { } root
            ? Featuresmith.Syntax.JsonSyntaxTree.ToElement(root)
            : null;

    private static JsonElement Parsed(Func<TextWriter, IValidationReport> format, ValidationOutcome outcome)
    {
        var writer = new StringWriter();
        format(writer).Write(outcome);
        using var json = JsonDocument.Parse(writer.ToString());
        return (
            json.RootElement.TryGetProperty("findings", out var findings)
                ? findings
                : json.RootElement.GetProperty("runs")
        ).Clone();
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
