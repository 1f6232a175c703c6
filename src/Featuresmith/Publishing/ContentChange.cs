using Featuresmith.Definitions;

namespace Featuresmith.Publishing;

/// <summary>One difference between what is published and what would be.</summary>
/// <param name="Level">How much it weighs for users.</param>
/// <param name="What">The difference in words.</param>
public sealed record ContentChange(BumpLevel Level, string What);
