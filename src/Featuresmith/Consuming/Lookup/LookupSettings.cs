using Featuresmith.Publishing;

namespace Featuresmith.Consuming.Lookup;

/// <summary>Where Features are looked up.</summary>
/// <param name="Registry">The host that short names are written with; null to take what the collection's settings say.</param>
/// <param name="Namespace">The namespace that short names are written with; null to take what the collection's settings say.</param>
/// <param name="Source">
/// Opens the registry of a host, or the layout that stands in for all of them. Null where none may be asked.
/// </param>
/// <param name="AlwaysAsks">Whether the source is asked even about what this program carries.</param>
public sealed record LookupSettings(
    string? Registry,
    string? Namespace,
    Func<string, IArtifactSource>? Source,
    bool AlwaysAsks = false
);
