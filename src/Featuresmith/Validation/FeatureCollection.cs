namespace Featuresmith.Validation;

/// <summary>Features that lie beside each other and are published together.</summary>
/// <param name="Path">The folder that holds them, as it is shown to people.</param>
/// <param name="Features">The Features, sorted by folder name.</param>
public sealed record FeatureCollection(string Path, IReadOnlyList<FeatureFolder> Features)
{
    /// <summary>
    /// Whether several Features lie here and none has an install script: a listing of metadata, not something to install.
    /// </summary>
    public bool IsMetadataOnly => Features.Count > 1 && Features.All(feature => feature.Install is null);
}
