using Featuresmith.Sources;

namespace Featuresmith.Graphs;

/// <summary>Why a Feature is installed before another.</summary>
public enum FeatureEdgeKind
{
    /// <summary>"dependsOn": it is installed too.</summary>
    DependsOn,

    /// <summary>"installsAfter": it comes first where both are asked for.</summary>
    InstallsAfter,
}

/// <summary>One Feature that names another.</summary>
/// <param name="From">The one that names.</param>
/// <param name="To">The one that is named, and installed first.</param>
/// <param name="Kind">Why.</param>
/// <param name="Span">Where it says so.</param>
public sealed record FeatureEdge(string From, string To, FeatureEdgeKind Kind, SourceSpan Span);
