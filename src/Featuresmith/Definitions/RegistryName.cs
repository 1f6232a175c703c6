using System.Text.RegularExpressions;

namespace Featuresmith.Definitions;

/// <summary>What a registry takes as the last component of a repository's path.</summary>
public static partial class RegistryName
{
    /// <summary>
    /// Whether a text is lower-case letters and digits with single separators between them (devcontainers CLI,
    /// containerCollectionsOCI.ts, which is stricter than the OCI distribution specification).
    /// </summary>
    public static bool IsComponent(string text) => Component().IsMatch(text);

    [GeneratedRegex(@"\A[a-z0-9]+([._-][a-z0-9]+)*\z")]
    private static partial Regex Component();
}
