namespace Featuresmith.Graphs;

/// <summary>Features that wait for each other, so that none of them can be installed.</summary>
/// <param name="Edges">The way round, from the name that sorts first.</param>
public sealed record FeatureCycle(IReadOnlyList<FeatureEdge> Edges)
{
    /// <summary>Whether asking for one of them is enough; else all of them have to be asked for.</summary>
    public bool IsHard => Edges.All(edge => edge.Kind == FeatureEdgeKind.DependsOn);

    /// <summary>"a -> b -> a".</summary>
    public string Way => string.Join(" -> ", Edges.Select(edge => edge.From).Append(Edges[0].From));

    /// <summary>The cycles of a graph: through each Feature that is on one the shortest, each once.</summary>
    public static IReadOnlyList<FeatureCycle> In(FeatureGraph graph)
    {
        // Where a pair is joined twice, the stronger of the two tells what the cycle is.
        var next = graph
            .Edges.OrderBy(edge => edge.Kind)
            .DistinctBy(edge => (edge.From, edge.To))
            .ToLookup(edge => edge.From, StringComparer.Ordinal);
        return
        [
            .. graph
                .Own.Select(name => Shortest(next, name))
                .OfType<IReadOnlyList<FeatureEdge>>()
                .Select(way => new FeatureCycle(FromSmallest(way)))
                .DistinctBy(cycle => cycle.Way)
                .OrderBy(cycle => cycle.Way, StringComparer.Ordinal),
        ];
    }

    private static IReadOnlyList<FeatureEdge>? Shortest(ILookup<string, FeatureEdge> next, string start)
    {
        var reachedBy = new Dictionary<string, FeatureEdge>(StringComparer.Ordinal);
        var waiting = new Queue<string>([start]);
        while (waiting.TryDequeue(out var name))
        {
            foreach (var edge in next[name])
            {
                if (!reachedBy.TryAdd(edge.To, edge))
                {
                    continue;
                }

                if (edge.To == start)
                {
                    return WayBack(reachedBy, start);
                }

                waiting.Enqueue(edge.To);
            }
        }

        return null;
    }

    private static List<FeatureEdge> WayBack(Dictionary<string, FeatureEdge> reachedBy, string start)
    {
        var way = new List<FeatureEdge>();
        var name = start;
        do
        {
            way.Insert(0, reachedBy[name]);
            name = reachedBy[name].From;
        } while (name != start);

        return way;
    }

    private static IReadOnlyList<FeatureEdge> FromSmallest(IReadOnlyList<FeatureEdge> way)
    {
        var first = Enumerable.Range(0, way.Count).MinBy(index => way[index].From, StringComparer.Ordinal);
        return [.. way.Skip(first), .. way.Take(first)];
    }
}
