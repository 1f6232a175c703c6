using Featuresmith.Smoke;

namespace Featuresmith.Reporting;

/// <summary>One line a case that has ended: for CI, pipes and files.</summary>
/// <param name="writer">Where the lines go.</param>
public sealed class LineSmokeProgress(TextWriter writer) : ISmokeProgress
{
    public Task<IReadOnlyList<SmokeResult>> ShowAsync(
        int cases,
        Func<Action<SmokeCase>, Action<SmokeResult>, Task<IReadOnlyList<SmokeResult>>> run
    )
    {
        var done = 0;
        return run(
            _ => { },
            result =>
            {
                done++;
                writer.WriteLine(
                    FormattableString.Invariant(
                        $"[{done}/{cases}] {Word(result.Verdict)} {result.Case.Name} ({result.Duration.TotalSeconds:0.0} s)"
                    )
                );
            }
        );
    }

    private static string Word(SmokeVerdict verdict) =>
        verdict == SmokeVerdict.Failed ? "FAILED" : verdict.ToString().ToLowerInvariant();
}
