using System.Globalization;
using System.Text.RegularExpressions;

namespace Featuresmith.Smoke;

/// <summary>One check of a test script.</summary>
/// <param name="Label">What it checks.</param>
/// <param name="Passed">Whether its command ended with 0.</param>
/// <param name="Duration">How long the command took.</param>
public sealed partial record SmokeCheck(string Label, bool Passed, TimeSpan Duration)
{
    /// <summary>The checks that a transcript tells of, in its order: the lines that our test library prints for us.</summary>
    public static IReadOnlyList<SmokeCheck> In(string transcript) =>
        [
            .. from Match line in Line().Matches(transcript)
            select new SmokeCheck(
                line.Groups["label"].Value.TrimEnd('\r'),
                line.Groups["verdict"].Value == "pass",
                TimeSpan.FromMilliseconds(long.Parse(line.Groups["time"].Value, CultureInfo.InvariantCulture))
            ),
        ];

    [GeneratedRegex(
        @"^::featuresmith check (?<verdict>pass|fail) (?<time>\d{1,15}) (?<label>.*)$",
        RegexOptions.Multiline
    )]
    private static partial Regex Line();
}
