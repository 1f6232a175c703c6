using System.Text.Json.Nodes;
using Featuresmith.Packaging;

namespace Featuresmith.Publishing.Attestations;

/// <summary>
/// How an artifact came about: an in-toto statement (in-toto attestation framework, v1) with a SLSA provenance predicate (slsa.dev,
/// provenance v1). It is unsigned and has no time, so publishing the same again gives the same document.
/// </summary>
public static class SlsaProvenance
{
    /// <summary>The media type of an in-toto statement.</summary>
    public const string MediaType = "application/vnd.in-toto+json";

    /// <param name="step">The published version.</param>
    /// <param name="environment">Reads an environment variable: GitHub's workflows name repository and commit there.</param>
    public static Attestation For(RepositoryPlan step, Func<string, string?> environment)
    {
        var statement = new JsonObject
        {
            ["_type"] = "https://in-toto.io/Statement/v1",
            ["subject"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = step.Repository,
                    ["digest"] = new JsonObject { [ContentDigest.Algorithm] = ContentDigest.Hex(step.Digest) },
                }
            ),
            ["predicateType"] = "https://slsa.dev/provenance/v1",
            ["predicate"] = new JsonObject
            {
                ["buildDefinition"] = new JsonObject
                {
                    ["buildType"] = "urn:featuresmith:package:v1",
                    ["externalParameters"] = new JsonObject
                    {
                        ["feature"] = step.Artifact.Id,
                        ["version"] = step.Artifact.Version.ToString(),
                    },
                    ["resolvedDependencies"] = Sources(environment),
                },
                ["runDetails"] = new JsonObject { ["builder"] = new JsonObject { ["id"] = Builder(environment) } },
            },
        };
        return new Attestation(MediaType, "provenance.json", CanonicalJson.Write(statement));
    }

    private static JsonArray Sources(Func<string, string?> environment) =>
        environment("GITHUB_SERVER_URL") is { Length: > 0 } server
        && environment("GITHUB_REPOSITORY") is { Length: > 0 } repository
        && environment("GITHUB_SHA") is { Length: > 0 } commit
            ?
            [
                new JsonObject
                {
                    ["uri"] = $"git+{server}/{repository}",
                    ["digest"] = new JsonObject { ["gitCommit"] = commit },
                },
            ]
            : [];

    private static string Builder(Func<string, string?> environment) =>
        environment("GITHUB_WORKFLOW_REF") is { Length: > 0 } workflow
            ? $"{environment("GITHUB_SERVER_URL")}/{workflow}"
            : "urn:featuresmith:local";
}
