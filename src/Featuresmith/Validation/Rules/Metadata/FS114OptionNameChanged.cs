using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>An option whose id has other characters than letters, digits and "_" is read under a changed name (specification, "Option Resolution").</summary>
public sealed class FS114OptionNameChanged : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS114", "option-name-changed", Severity.Info);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from option in feature.Metadata?.Options ?? []
        where
            option.Id.Value.Any(character => !char.IsAsciiLetterOrDigit(character) && character != '_')
            && option.EnvironmentName.Any(char.IsAsciiLetter)
        select new Finding(
            option.Id.Span,
            $"option \"{option.Id.Value}\" reaches install.sh as {option.EnvironmentName}",
            "write the id in camel case or with underscores, so that both names are seen to be one"
        );
}
