using Featuresmith.Sources;

namespace Featuresmith.Validation.Rules.Conflicts;

/// <summary>Something in the merged container that only one Feature can own.</summary>
/// <param name="Name">What is claimed: a path, a volume's name, a variable.</param>
/// <param name="Owner">The Feature that claims it.</param>
/// <param name="Span">Where it does so.</param>
/// <param name="Content">What it puts there; two Features that put the same thing there do not conflict. Null for always.</param>
internal sealed record FeatureClaim(string Name, FeatureFolder Owner, SourceSpan Span, string? Content = null);
