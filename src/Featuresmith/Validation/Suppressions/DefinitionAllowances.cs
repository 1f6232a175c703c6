using Featuresmith.Definitions;

namespace Featuresmith.Validation.Suppressions;

/// <summary>What a definition's "allow" suppresses: findings in the definition and in what is made from it.</summary>
public static class DefinitionAllowances
{
    /// <param name="definition">The definition.</param>
    /// <param name="folders">The Feature's folders, as spans show them, beside the definition's own.</param>
    public static IEnumerable<Suppression> Of(FeatureDefinition definition, params string[] folders) =>
        from allowance in definition.Allowed
        select new Suppression(
            allowance.Rule,
            allowance.Reason,
            allowance.Span,
            span =>
                span.Path == definition.Source.Path
                || folders.Any(folder => span.Path.StartsWith(folder + "/", StringComparison.Ordinal))
        );
}
