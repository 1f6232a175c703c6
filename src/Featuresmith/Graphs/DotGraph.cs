namespace Featuresmith.Graphs;

/// <summary>A graph in the language of Graphviz (graphviz.org, "DOT Language").</summary>
public static class DotGraph
{
    /// <summary>The graph; arrows lead from a Feature to what it needs, dashed where it only comes later.</summary>
    public static void Write(FeatureGraph graph, TextWriter writer)
    {
        writer.WriteLine("digraph features {");
        writer.WriteLine("  rankdir=LR;");
        writer.WriteLine("  node [shape=box];");
        foreach (var name in graph.Own)
        {
            writer.WriteLine($"  {Quoted(name)};");
        }

        foreach (var name in graph.Foreign)
        {
            writer.WriteLine($"  {Quoted(name)} [style=rounded];");
        }

        foreach (var edge in graph.Edges)
        {
            var style = edge.Kind == FeatureEdgeKind.DependsOn ? "" : " [style=dashed]";
            writer.WriteLine($"  {Quoted(edge.From)} -> {Quoted(edge.To)}{style};");
        }

        writer.WriteLine("}");
    }

    private static string Quoted(string name) =>
        $"\"{name.ReplaceLineEndings(" ").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
