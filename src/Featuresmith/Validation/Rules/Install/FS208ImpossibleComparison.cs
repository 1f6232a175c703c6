using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Syntax.Shell;
using Featuresmith.Validation.Scripts;

namespace Featuresmith.Validation.Rules.Install;

/// <summary>
/// A boolean arrives as "true" or "false" and an enum as one of its values (specification, "Options property"), so a
/// comparison with anything else never holds.
/// </summary>
public sealed class FS208ImpossibleComparison : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS208", "impossible-comparison", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureFolder feature)
    {
        var variables = OptionVariables.Of(feature);
        return from comparison in feature.Scripts.Installing.SelectMany(ShellComparison.In)
            let option = variables.GetValueOrDefault(comparison.Variable)
            let values = option is null ? null : Values(option)
            where values is not null && comparison.Value.Length > 0 && !values.Contains(comparison.Value)
            select new Finding(
                comparison.Place.Span,
                $"option \"{option!.Id.Value}\" never has the value \"{comparison.Value}\"",
                $"compare with one of its values: {string.Join(", ", values!.Select(value => $"\"{value}\""))}"
            )
            {
                Related = [new RelatedSpan(option!.Id.Span, "the option is declared here")],
            };
    }

    /// <summary>All values that the option can have; null where it may be any text.</summary>
    private static IReadOnlyList<string>? Values(FeatureOption option) =>
        option.Type?.Value == "boolean" ? ["true", "false"] : option.Enum?.Select(value => value.Value).ToList();
}
