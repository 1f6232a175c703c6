using Featuresmith.Diagnostics;
using Featuresmith.Syntax;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>What a dependency is given is an object of strings and booleans (specification, "dependsOn").</summary>
public sealed class FS123DependsOnValue : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS123", "depends-on-value", Severity.Error);

    public IEnumerable<Finding> Check(FeatureFolder feature)
    {
        foreach (var member in feature.Metadata?.DependsOn ?? [])
        {
            if (member.Value is not JsonObjectSyntax options)
            {
                yield return new Finding(
                    member.Value.Span,
                    $"\"{member.Key.Value}\" is given {member.Value.KindName} instead of an object of options",
                    "write {} for its defaults"
                );
                continue;
            }

            foreach (
                var option in options.Members.Where(option =>
                    option.Value is not (JsonStringSyntax or JsonBooleanSyntax)
                )
            )
            {
                yield return new Finding(
                    option.Value.Span,
                    $"option \"{option.Key.Value}\" of \"{member.Key.Value}\" is given {option.Value.KindName}",
                    "options are strings or booleans"
                );
            }
        }
    }
}
