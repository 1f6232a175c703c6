using Featuresmith.Definitions;
using Featuresmith.Sources;
using Featuresmith.Validation;

namespace Featuresmith.Graphs;

/// <summary>Which Features name which others (specification, "dependsOn" and "installsAfter").</summary>
/// <param name="Own">The collection's Features by folder name, in its order.</param>
/// <param name="Foreign">What they name of other collections, without version, sorted.</param>
/// <param name="Edges">Every naming, in the order of the files; of one pair both kinds where both are written.</param>
public sealed record FeatureGraph(
    IReadOnlyList<string> Own,
    IReadOnlyList<string> Foreign,
    IReadOnlyList<FeatureEdge> Edges
)
{
    /// <summary>All names: own first.</summary>
    public IEnumerable<string> Names => Own.Concat(Foreign);

    /// <summary>Reads a collection.</summary>
    /// <param name="collection">The collection; Features without metadata stand alone.</param>
    public static FeatureGraph Of(FeatureCollection collection)
    {
        var edges = (
            from feature in collection.Features
            where feature.Metadata is not null
            from edge in EdgesOf(collection, feature, feature.Metadata!)
            select edge
        )
            .DistinctBy(edge => (edge.From, edge.To, edge.Kind))
            .ToList();
        var own = collection.Features.Select(feature => feature.Name).ToList();
        var foreign = edges.Select(edge => edge.To).Except(own).Order(StringComparer.Ordinal);
        return new(own, [.. foreign], edges);
    }

    /// <summary>The part that some Features need, directly or through others, themselves included.</summary>
    public FeatureGraph Below(IEnumerable<string> names) => Only(Reached(names, edge => (edge.From, edge.To)));

    /// <summary>The part that needs some Features, directly or through others, themselves included.</summary>
    public FeatureGraph Above(IEnumerable<string> names) => Only(Reached(names, edge => (edge.To, edge.From)));

    private static IEnumerable<FeatureEdge> EdgesOf(
        FeatureCollection collection,
        FeatureFolder feature,
        FeatureMetadata metadata
    )
    {
        foreach (var needed in metadata.DependsOn)
        {
            yield return Edge(needed.Key, FeatureEdgeKind.DependsOn);
        }

        foreach (var after in metadata.InstallsAfter)
        {
            yield return Edge(after, FeatureEdgeKind.InstallsAfter);
        }

        FeatureEdge Edge(Located<string> written, FeatureEdgeKind kind)
        {
            var reference = FeatureReference.Parse(written.Value);
            var to = collection.Resolve(reference)?.Name ?? reference.Unversioned;
            return new(feature.Name, to, kind, written.Span);
        }
    }

    private HashSet<string> Reached(IEnumerable<string> names, Func<FeatureEdge, (string From, string To)> direction)
    {
        var next = Edges.Select(direction).ToLookup(edge => edge.From, edge => edge.To, StringComparer.Ordinal);
        var reached = new HashSet<string>(names, StringComparer.Ordinal);
        var waiting = new Queue<string>(reached);
        while (waiting.TryDequeue(out var name))
        {
            foreach (var other in next[name].Where(reached.Add))
            {
                waiting.Enqueue(other);
            }
        }

        return reached;
    }

    private FeatureGraph Only(HashSet<string> names) =>
        new(
            [.. Own.Where(names.Contains)],
            [.. Foreign.Where(names.Contains)],
            [.. Edges.Where(edge => names.Contains(edge.From) && names.Contains(edge.To))]
        );
}
