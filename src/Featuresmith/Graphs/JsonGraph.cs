using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Featuresmith.Graphs;

/// <summary>A graph for programs.</summary>
public static class JsonGraph
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes "features", "foreign", "edges" (each "from", "to", "kind") and "cycles" (each a list of names).</summary>
    public static void Write(FeatureGraph graph, IEnumerable<FeatureCycle> cycles, TextWriter writer) =>
        writer.WriteLine(
            new JsonObject
            {
                ["features"] = Names(graph.Own),
                ["foreign"] = Names(graph.Foreign),
                ["edges"] = new JsonArray([.. graph.Edges.Select(Edge)]),
                ["cycles"] = new JsonArray([.. cycles.Select(cycle => Names(cycle.Edges.Select(edge => edge.From)))]),
            }.ToJsonString(Layout)
        );

    private static JsonNode Edge(FeatureEdge edge) =>
        new JsonObject
        {
            ["from"] = edge.From,
            ["to"] = edge.To,
            ["kind"] = edge.Kind == FeatureEdgeKind.DependsOn ? "dependsOn" : "installsAfter",
        };

    private static JsonArray Names(IEnumerable<string> names) => [.. names.Select(name => (JsonNode)name)];
}
