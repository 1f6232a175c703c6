using System.Text.RegularExpressions;

namespace Featuresmith.Validation;

/// <summary>
/// The path of a bind mount's source on the host of somebody who has set none of the variables that it names, as far as they have
/// defaults. As the devcontainers CLI replaces them (variableSubstitution.ts): in ${localEnv:NAME:default}, env for short, the
/// default ends at the next colon. What has no default stays as it is: nobody knows what it becomes.
/// </summary>
/// <param name="Path">The path.</param>
/// <param name="Variable">The first variable whose default is in it; null where there is none.</param>
internal readonly partial record struct HostPath(string Path, string? Variable)
{
    /// <summary>The path that a source as written leads to.</summary>
    public static HostPath Of(string source) =>
        Defaulted().Match(source) is { Success: true } first
            ? new(Defaulted().Replace(source, "${default}"), first.Groups["name"].Value)
            : new(source, null);

    /// <summary>The path as a message names it.</summary>
    public override string ToString() =>
        Variable is null ? $"the host's {Path}" : $"the host's {Path} (unless {Variable} is set there)";

    [GeneratedRegex(@"\$\{(localEnv|env):(?<name>[^:}]*):(?<default>[^:}]*)(:[^}]*)?\}")]
    private static partial Regex Defaulted();
}
