using System.Text.RegularExpressions;

namespace Featuresmith.Definitions;

/// <summary>The environment variable in which install.sh receives an option.</summary>
public static partial class OptionEnvironmentName
{
    /// <summary>
    /// Everything but ASCII letters, digits and "_" becomes "_", leading digits and underscores fold into one "_", and the
    /// result is upper case (devcontainers CLI, containerFeatures.ts, getSafeId; specification "Option Resolution").
    /// </summary>
    public static string For(string optionId) =>
        LeadingDigits().Replace(NonWord().Replace(optionId, "_"), "_").ToUpperInvariant();

    // JavaScript's \w works on UTF-16 units and on ASCII only; .NET's would keep letters such as é.
    [GeneratedRegex("[^A-Za-z0-9_]")]
    private static partial Regex NonWord();

    [GeneratedRegex("^[0-9_]+")]
    private static partial Regex LeadingDigits();
}
