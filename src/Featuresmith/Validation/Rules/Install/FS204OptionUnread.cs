using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Validation.Scripts;

namespace Featuresmith.Validation.Rules.Install;

/// <summary>Every option's variable is read by a script of the Feature; a choice that nothing reads deceives its users.</summary>
public sealed class FS204OptionUnread : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS204", "option-unread", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from option in Unread(feature)
        let slip = UnsetVariables
            .Of(feature)
            .FirstOrDefault(read => SimilarName.IsSlip(read.Name, option.EnvironmentName))
        select new Finding(
            option.Id.Span,
            $"no script of the Feature reads option \"{option.Id.Value}\" (${{{option.EnvironmentName}}})",
            slip is null
                ? $"read ${{{option.EnvironmentName}}} in install.sh, or remove the option"
                : $"write ${{{option.EnvironmentName}}} where the script reads ${{{slip.Name}}}"
        )
        {
            Related = slip is null
                ? []
                : [new RelatedSpan(slip.Span, $"${{{slip.Name}}} is read here, and nothing sets it")],
        };

    /// <summary>The options that nothing reads.</summary>
    internal static IEnumerable<FeatureOption> Unread(FeatureFolder feature)
    {
        if (feature.Install is null)
        {
            return [];
        }

        var reads = new OptionReads(feature);
        return (feature.Metadata?.Options ?? []).Where(option => !reads.Contains(option.EnvironmentName));
    }

    /// <summary>Whether a variable is likely the misspelt name of an option that nothing reads, of which FS204 speaks.</summary>
    internal static bool IsSlipOfUnread(FeatureFolder feature, string variable) =>
        Unread(feature).Any(option => SimilarName.IsSlip(variable, option.EnvironmentName));
}
