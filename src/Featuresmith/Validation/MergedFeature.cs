using Featuresmith.Sources;

namespace Featuresmith.Validation;

/// <summary>A Feature that ends up in a container.</summary>
/// <param name="Feature">The Feature.</param>
/// <param name="Place">The reference by which it came: to itself, or to the Feature that needs it.</param>
public sealed record MergedFeature(FeatureFolder Feature, SourceSpan Place);
