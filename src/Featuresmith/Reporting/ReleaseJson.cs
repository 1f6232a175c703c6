using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Featuresmith.Publishing;

namespace Featuresmith.Reporting;

/// <summary>The release file: what the registry holds after publishing, by digest. It has no time, so equal releases are equal files.</summary>
public static class ReleaseJson
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="registry">The registry's name.</param>
    /// <param name="collection">The path in front of each Feature's id.</param>
    /// <param name="outcome">What became of each Feature; those that failed are left out.</param>
    public static string Write(string registry, string collection, PublishOutcome outcome)
    {
        var features = new JsonObject();
        foreach (var (id, step) in outcome.Features.Select(feature => (feature.Id, feature.Own)))
        {
            if (step is not null)
            {
                features[id] = new JsonObject
                {
                    ["version"] = step.Artifact.Version.ToString(),
                    ["repository"] = step.Repository,
                    ["digest"] = step.Digest,
                };
            }
        }

        var root = new JsonObject
        {
            ["registry"] = registry,
            ["namespace"] = collection,
            ["collectionDigest"] = outcome.CollectionDigest,
            ["features"] = features,
        };
        return root.ToJsonString(Indented) + "\n";
    }
}
