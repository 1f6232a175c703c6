using System.Text.Json.Nodes;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Smoke;

/// <summary>Reads scenarios.json and failing-scenarios.json of a Feature's test folder.</summary>
internal static class ScenarioFile
{
    /// <summary>The scenarios that must pass: the file that the devcontainers CLI reads.</summary>
    public const string Name = "scenarios.json";

    /// <summary>
    /// The scenarios that a script on the host tests. A file of their own, because the devcontainers CLI has no such
    /// scripts and stops where a scenario has no other.
    /// </summary>
    public const string HostName = "host-scenarios.json";

    /// <summary>
    /// The scenarios whose container must not come up. A file of their own, because the devcontainers CLI stops its whole
    /// run at the first container that fails.
    /// </summary>
    public const string FailingName = "failing-scenarios.json";

    /// <summary>The scenarios by name, in the order of the file; none where there is no file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IEnumerable<(string Name, JsonObject Configuration)> Read(string file, DiagnosticBag bag)
    {
        if (!File.Exists(file) || JsonSyntaxTree.Parse(SourceText.Read(file), bag).RootObject is not { } root)
        {
            yield break;
        }

        foreach (var member in root.Members)
        {
            if (JsonNode.Parse(JsonSyntaxTree.ToElement(member.Value).GetRawText()) is JsonObject configuration)
            {
                yield return (member.Key.Value, configuration);
            }
        }
    }
}
