using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Featuresmith.Publishing;

namespace Featuresmith.Reporting;

/// <summary>
/// Publishing for programs: an object by Feature id with the keys that the devcontainers CLI prints (publish.ts: publishedTags, digest,
/// version, publishedLegacyIds), and ours beside them.
/// </summary>
public static class PublishJson
{
    private static readonly JsonSerializerOptions OneLine = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What was done, on one line.</summary>
    public static string Write(PublishOutcome outcome) =>
        new JsonObject(
            outcome.Features.Select(feature => KeyValuePair.Create(feature.Id, (JsonNode?)Of(feature)))
        ).ToJsonString(OneLine);

    /// <summary>What would be done, on one line.</summary>
    public static string Write(IReadOnlyList<FeaturePlan> plans) =>
        new JsonObject(plans.Select(plan => KeyValuePair.Create(plan.Id, (JsonNode?)Of(plan)))).ToJsonString(OneLine);

    private static JsonObject Of(FeatureResult result)
    {
        var json = new JsonObject();
        var own = result.Own;
        var tags = result
            .Pushed.Where(step => step.Id == result.Id)
            .SelectMany(step => step.Moves)
            .Select(move => move.Tag);
        // As with the CLI, a Feature that was published before has no "publishedTags".
        if (tags.Distinct().ToList() is { Count: > 0 } published)
        {
            json["publishedTags"] = Array(published);
        }

        if (own is not null)
        {
            json["digest"] = own.Digest;
            json["version"] = own.Artifact.Version.ToString();
        }

        var legacy = result.Pushed.Where(step => step.Id != result.Id).Select(step => step.Id).Distinct().ToList();
        if (legacy.Count > 0)
        {
            json["publishedLegacyIds"] = Array(legacy);
        }

        json["status"] =
            result.Failure is not null ? "failed"
            : result.Pushed.Any() ? "published"
            : "unchanged";
        if (result.Failure is { } failure)
        {
            json["error"] = failure;
        }

        return json;
    }

    private static JsonObject Of(FeaturePlan plan)
    {
        var json = new JsonObject { ["steps"] = new JsonArray([.. plan.Steps.Select(Of)]) };
        if (plan.Failure is { } failure)
        {
            json["error"] = failure.Message;
        }

        return json;
    }

    private static JsonObject Of(RepositoryPlan step) =>
        new()
        {
            ["repository"] = step.Repository,
            ["version"] = step.Artifact.Version.ToString(),
            ["standing"] = JsonNamingPolicy.KebabCaseLower.ConvertName(step.Standing.ToString()),
            ["digest"] = step.Digest,
            ["before"] = step.Before?.Metadata.Version?.Value,
            ["required"] = VersionGate.Name(step.Required),
            ["changes"] = new JsonArray([
                .. step.Changes.Select(change => new JsonObject
                {
                    ["level"] = VersionGate.Name(change.Level),
                    ["what"] = change.What,
                }),
            ]),
            ["moves"] = new JsonArray([
                .. step.Moves.Select(move => new JsonObject { ["tag"] = move.Tag, ["from"] = move.From }),
            ]),
            ["problem"] = step.Problem,
        };

    private static JsonArray Array(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];
}
