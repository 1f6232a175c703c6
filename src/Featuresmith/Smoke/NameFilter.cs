using System.IO.Enumeration;

namespace Featuresmith.Smoke;

/// <summary>Chooses cases by name.</summary>
public static class NameFilter
{
    /// <summary>
    /// Whether a pattern names a case: "feature/scenario@base", "feature/scenario" or "scenario", each exactly or with *.
    /// </summary>
    public static bool Matches(string pattern, SmokeCase smokeCase) =>
        new[] { smokeCase.Name, $"{smokeCase.Feature}/{smokeCase.Scenario}", smokeCase.Scenario }.Any(name =>
            FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false)
        );
}
