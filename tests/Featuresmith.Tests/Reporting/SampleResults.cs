using Featuresmith.Smoke;

namespace Featuresmith.Tests.Reporting;

/// <summary>One fixed run with a result of every sort.</summary>
internal static class SampleResults
{
    public static IReadOnlyList<SmokeResult> All { get; } =
    [
        Result(
            "hello",
            "test",
            "debian:bookworm",
            null,
            SmokeVerdict.Passed,
            null,
            31.25,
            ("greets", true),
            ("is | quiet", true)
        ),
        Result("hello", "test", "debian:trixie", null, SmokeVerdict.Cached, null, 29.5),
        Result(
            "hello",
            "loud",
            "debian:trixie",
            null,
            SmokeVerdict.Failed,
            "loud.sh ended with 1",
            12,
            ("is <loud> & \u0007", false)
        ),
        Result("hello", "shout", "", "no shouting", SmokeVerdict.Passed, null, 3.125),
        Result(
            "other",
            "test",
            "debian:bookworm",
            null,
            SmokeVerdict.Failed,
            "did not end within 10 minutes,\nor so: 100%",
            600
        ),
    ];

    private static SmokeResult Result(
        string feature,
        string scenario,
        string image,
        string? failsWith,
        SmokeVerdict verdict,
        string? reason,
        double seconds,
        params (string Label, bool Passed)[] checks
    ) =>
        new(
            new SmokeCase(feature, scenario, image, [], $"{scenario}.sh", failsWith),
            verdict,
            reason,
            TimeSpan.FromSeconds(seconds),
            verdict == SmokeVerdict.Cached ? null : $"/logs/{feature}-{scenario}.log",
            [.. checks.Select(check => new SmokeCheck(check.Label, check.Passed, TimeSpan.FromMilliseconds(40)))]
        );
}
