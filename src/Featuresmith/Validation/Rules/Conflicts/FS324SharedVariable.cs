using Featuresmith.Diagnostics;
using Featuresmith.Syntax;

namespace Featuresmith.Validation.Rules.Conflicts;

/// <summary>No two Features of one container give one variable different values: the last one installed wins (CLI, generateContainerEnvs).</summary>
public sealed class FS324SharedVariable : ICollectionRule
{
    public RuleInfo Info { get; } = new("FS324", "shared-variable", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureCollection collection) =>
        from conflict in MergedClaims.Find(collection, Claims)
        select conflict.Say(
            $"\"{conflict.First.Owner.Name}\" and \"{conflict.Second.Owner.Name}\" set {conflict.First.Name} to different values",
            "do not ask for both, or extend the former value, as in \"…:${PATH}\""
        );

    // A value with the former one in it, such as PATH's, adds to it.
    private static IEnumerable<FeatureClaim> Claims(FeatureFolder feature) =>
        from member in feature.Metadata?.ContainerEnv ?? []
        let value = member.Value as JsonStringSyntax
        where value is not null && !Extends(value.Value, member.Key.Value)
        select new FeatureClaim(member.Key.Value, feature, member.Key.Span, value.Value);

    private static bool Extends(string value, string variable) =>
        value.Contains($"${{{variable}", StringComparison.Ordinal)
        || value.Contains($"${variable}", StringComparison.Ordinal);
}
