using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Featuresmith.Definitions;

/// <summary>A semantic version (semver.org, 2.0.0) without build part: what a Feature can be published as.</summary>
/// <param name="Major">Raised when users have to change something.</param>
/// <param name="Minor">Raised when something is added.</param>
/// <param name="Patch">Raised for everything else.</param>
/// <param name="Prerelease">What stands behind the hyphen; empty for a release.</param>
public sealed partial record SemanticVersion(BigInteger Major, BigInteger Minor, BigInteger Patch, string Prerelease)
    : IComparable<SemanticVersion>
{
    /// <summary>Whether the version has a prerelease part.</summary>
    public bool IsPrerelease => Prerelease.Length > 0;

    /// <summary>The next release of a level: what stands right of the raised number becomes 0.</summary>
    /// <remarks>A prerelease comes to the release that it announces, where that is step enough.</remarks>
    public SemanticVersion Next(BumpLevel level)
    {
        var announced = this with { Prerelease = "" };
        var isAnnounced = IsPrerelease && level <= announced.LevelOfItself;
        return level switch
        {
            _ when isAnnounced => announced,
            BumpLevel.Major => new(Major + 1, 0, 0, ""),
            BumpLevel.Minor => new(Major, Minor + 1, 0, ""),
            BumpLevel.Patch => new(Major, Minor, Patch + 1, ""),
            _ => this,
        };
    }

    // The largest step that can have led here.
    private BumpLevel LevelOfItself =>
        !Patch.IsZero ? BumpLevel.Patch
        : !Minor.IsZero ? BumpLevel.Minor
        : BumpLevel.Major;

    /// <summary>Reads a version.</summary>
    /// <returns>The version; null where the text is none, has blanks around it, a leading "v" or a build part.</returns>
    public static SemanticVersion? TryParse(string text)
    {
        var match = Pattern().Match(text);
        return match.Success
            ? new(Number(match.Groups[1]), Number(match.Groups[2]), Number(match.Groups[3]), match.Groups[4].Value)
            : null;
    }

    /// <summary>Precedence (semver.org, 11): a prerelease comes before its release.</summary>
    public int CompareTo(SemanticVersion? other)
    {
        if (other is null)
        {
            return 1;
        }

        var core = (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));
        if (core != 0)
        {
            return core;
        }

        if (!IsPrerelease || !other.IsPrerelease)
        {
            return other.IsPrerelease.CompareTo(IsPrerelease);
        }

        var (mine, theirs) = (Prerelease.Split('.'), other.Prerelease.Split('.'));
        return mine.Zip(theirs, CompareIdentifiers).FirstOrDefault(order => order != 0) is var first && first != 0
            ? first
            : mine.Length.CompareTo(theirs.Length);
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}{(IsPrerelease ? "-" : "")}{Prerelease}");

    public static bool operator <(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) < 0;

    public static bool operator >(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) > 0;

    public static bool operator <=(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) >= 0;

    // Numbers come before words and are compared as numbers.
    private static int CompareIdentifiers(string left, string right) =>
        (left.All(char.IsAsciiDigit), right.All(char.IsAsciiDigit)) switch
        {
            (true, true) => BigInteger
                .Parse(left, CultureInfo.InvariantCulture)
                .CompareTo(BigInteger.Parse(right, CultureInfo.InvariantCulture)),
            (true, false) => -1,
            (false, true) => 1,
            _ => Math.Sign(string.CompareOrdinal(left, right)),
        };

    private static BigInteger Number(Group group) => BigInteger.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"\A(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)"
            + @"(?:-((?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)(?:\.(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*))*))?\z"
    )]
    private static partial Regex Pattern();
}
