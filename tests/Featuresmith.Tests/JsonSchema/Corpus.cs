using System.Text.Json;
using System.Text.Json.Nodes;

namespace Featuresmith.Tests.JsonSchema;

/// <summary>The published Features in the test data, and the official schemas that they are judged by.</summary>
internal static class Corpus
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>The official schema files: of a Feature (draft-07), and of a devcontainer.json (2019-09).</summary>
    public static string[] OfficialSchemas =>
        [
            Path.Combine(SharedData.Folder("spec-schemas"), "devContainerFeature.schema.json"),
            Path.Combine(SharedData.Folder("spec-schemas"), "devContainer.base.schema.json"),
        ];

    /// <summary>The documents, each with the index of its schema. A scenario is a devcontainer.json, so each is one.</summary>
    public static List<(int Schema, JsonNode Document)> Read()
    {
        var documents = new List<(int, JsonNode)>();
        var folder = SharedData.Folder("corpus");
        foreach (
            var file in Directory
                .EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
        )
        {
            var content = JsonNode.Parse(File.ReadAllText(file), documentOptions: Lenient)!;
            if (Path.GetFileName(file) == "devcontainer-feature.json")
            {
                documents.Add((0, content));
            }
            else
            {
                documents.AddRange(content.AsObject().Select(scenario => (1, scenario.Value!)));
            }
        }

        return documents;
    }
}
