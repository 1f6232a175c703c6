namespace Featuresmith.Graphs;

/// <summary>A graph as a tree for a terminal: under each Feature what it needs, then what it comes after.</summary>
public sealed class TreeGraph
{
    private readonly FeatureGraph graph;
    private readonly TextWriter writer;
    private readonly ILookup<string, FeatureEdge> next;
    private readonly HashSet<string> shown = new(StringComparer.Ordinal);

    private TreeGraph(FeatureGraph graph, TextWriter writer)
    {
        (this.graph, this.writer) = (graph, writer);
        next = graph.Edges.ToLookup(edge => edge.From, StringComparer.Ordinal);
    }

    /// <summary>Writes the tree. What stood before is not taken apart a second time, so that a cycle ends.</summary>
    public static void Write(FeatureGraph graph, TextWriter writer) => new TreeGraph(graph, writer).WriteRoots();

    private void WriteRoots()
    {
        var needed = graph.Edges.Where(edge => edge.From != edge.To).Select(edge => edge.To).ToHashSet();
        foreach (var name in graph.Own.Where(name => !needed.Contains(name)))
        {
            WriteRoot(name);
        }

        // What is left is on a cycle, or below one.
        foreach (var name in graph.Own.Where(name => !shown.Contains(name)))
        {
            WriteRoot(name);
        }
    }

    private void WriteRoot(string name)
    {
        writer.WriteLine(name);
        shown.Add(name);
        WriteBelow(name, "");
    }

    private void WriteBelow(string name, string indentation)
    {
        var edges = next[name].OrderBy(edge => edge.Kind).ToList();
        foreach (var edge in edges)
        {
            var isLast = edge == edges[^1];
            var isNew = shown.Add(edge.To);
            var kind = edge.Kind == FeatureEdgeKind.InstallsAfter ? " (installed after)" : "";
            var above = isNew || !next[edge.To].Any() ? "" : " (see above)";
            writer.WriteLine($"{indentation}{(isLast ? "└── " : "├── ")}{edge.To}{kind}{above}");
            if (isNew)
            {
                WriteBelow(edge.To, indentation + (isLast ? "    " : "│   "));
            }
        }
    }
}
