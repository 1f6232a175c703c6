namespace Featuresmith.Graphs;

/// <summary>A graph as a Mermaid flowchart (mermaid.js.org, "Flowcharts"), which GitHub draws in Markdown.</summary>
public static class MermaidGraph
{
    /// <summary>The flowchart; arrows lead from a Feature to what it needs, dotted where it only comes later.</summary>
    public static void Write(FeatureGraph graph, TextWriter writer)
    {
        // Mermaid's own ids: names hold characters, and words such as "end", that mean something to it.
        var ids = graph
            .Names.Select((name, index) => (name, Id: $"f{index}"))
            .ToDictionary(pair => pair.name, pair => pair.Id, StringComparer.Ordinal);
        writer.WriteLine("flowchart LR");
        foreach (var name in graph.Own)
        {
            writer.WriteLine($"  {ids[name]}[\"{Label(name)}\"]");
        }

        foreach (var name in graph.Foreign)
        {
            writer.WriteLine($"  {ids[name]}([\"{Label(name)}\"])");
        }

        foreach (var edge in graph.Edges)
        {
            var arrow = edge.Kind == FeatureEdgeKind.DependsOn ? "-->" : "-.->";
            writer.WriteLine($"  {ids[edge.From]} {arrow} {ids[edge.To]}");
        }
    }

    // Entity codes are Mermaid's escape within quotation marks.
    private static string Label(string name) =>
        name.ReplaceLineEndings(" ")
            .Replace("#", "#35;", StringComparison.Ordinal)
            .Replace("\"", "#quot;", StringComparison.Ordinal)
            .Replace("<", "#lt;", StringComparison.Ordinal);
}
