using Featuresmith.Sources;

namespace Featuresmith.Definitions;

/// <summary>A Feature that cannot stand beside the defined one.</summary>
/// <param name="Feature">The other Feature's id.</param>
/// <param name="Reason">Why, in words that a user is shown.</param>
public sealed record FeatureConflict(Located<string> Feature, Located<string>? Reason);
