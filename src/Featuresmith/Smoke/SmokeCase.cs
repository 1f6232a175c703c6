using System.Text.Json.Nodes;
using Featuresmith.Smoke.Sandbox;

namespace Featuresmith.Smoke;

/// <summary>One container to build, start and test.</summary>
/// <param name="Feature">The id of the Feature under test.</param>
/// <param name="Scenario">The scenario's name; "test" for the Feature with its defaults.</param>
/// <param name="BaseImage">The base image; empty where the scenario builds its own.</param>
/// <param name="Configuration">The devcontainer.json; Features of the collection stand in it by their plain id.</param>
/// <param name="Script">The test script's name in the Feature's test folder.</param>
/// <param name="FailsWith">A text that the failing build or start must print; null where it must succeed.</param>
public sealed record SmokeCase(
    string Feature,
    string Scenario,
    string BaseImage,
    JsonObject Configuration,
    string Script,
    string? FailsWith
)
{
    /// <summary>Variables that the test script gets.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the case ran in the sandbox, without a container, so that it is no smoke test.</summary>
    public bool IsSandbox => Scenario.StartsWith(SandboxCase.Prefix, StringComparison.Ordinal);

    /// <summary>"feature/scenario@base", the name for filters and reports.</summary>
    public string Name => BaseImage.Length > 0 ? $"{Feature}/{Scenario}@{BaseImage}" : $"{Feature}/{Scenario}";

    /// <summary>A script that runs on the host, between the container's start and the test script.</summary>
    public string HostScript => $"{Path.GetFileNameWithoutExtension(Script)}.host.sh";

    /// <summary>The name with nothing in it but what file, image and label names allow.</summary>
    public string SafeName =>
        string.Concat(
            Name.ToLowerInvariant().Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-')
        );
}
