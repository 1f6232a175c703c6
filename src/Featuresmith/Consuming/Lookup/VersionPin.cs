using System.Globalization;
using Featuresmith.Definitions;

namespace Featuresmith.Consuming.Lookup;

/// <summary>How much of a version a reference names: what may change under it without being asked for.</summary>
public enum VersionPin
{
    /// <summary>"1": everything but what breaks.</summary>
    Major,

    /// <summary>"1.2": mends only.</summary>
    Minor,

    /// <summary>"1.2.3": nothing, as long as nobody publishes it again.</summary>
    Exact,

    /// <summary>"sha256:…": nothing at all.</summary>
    Digest,
}

/// <summary>The tags that pins stand for.</summary>
public static class PinnedTag
{
    /// <summary>The tag of a version (specification, devcontainer-features-distribution.md, "Versioning").</summary>
    /// <param name="version">The version that is there.</param>
    /// <param name="pin">Anything but a digest.</param>
    /// <returns>The tag; of a prerelease, which has no other, the exact one.</returns>
    public static string Of(SemanticVersion version, VersionPin pin) =>
        pin switch
        {
            _ when version.IsPrerelease => version.ToString(),
            VersionPin.Major => version.Major.ToString(CultureInfo.InvariantCulture),
            VersionPin.Minor => string.Create(CultureInfo.InvariantCulture, $"{version.Major}.{version.Minor}"),
            _ => version.ToString(),
        };
}
