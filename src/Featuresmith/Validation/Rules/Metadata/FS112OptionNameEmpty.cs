using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>An option's id has an ASCII letter, or its variable would be called "_" or nothing (CLI, containerFeatures.ts, getSafeId).</summary>
public sealed class FS112OptionNameEmpty : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS112", "option-name-empty", Severity.Error);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from option in feature.Metadata?.Options ?? []
        where option.EnvironmentName.All(character => character is '_' or (>= '0' and <= '9'))
        select new Finding(
            option.Id.Span,
            $"option \"{option.Id.Value}\" reaches install.sh as \"{option.EnvironmentName}\", which is no name for a variable",
            "begin the option's id with a letter from a to z"
        );
}
