using Featuresmith.Definitions;
using Featuresmith.Validation;

namespace Featuresmith.Consuming.Lookup;

/// <summary>A Feature that was looked up.</summary>
/// <param name="Reference">How devcontainer.json names it.</param>
/// <param name="Folder">What is known of it; of a published one the metadata only.</param>
public sealed record FoundFeature(string Reference, FeatureFolder Folder)
{
    /// <summary>What devcontainer-feature.json says; null where it is no object.</summary>
    public FeatureMetadata? Metadata => Folder.Metadata;
}
