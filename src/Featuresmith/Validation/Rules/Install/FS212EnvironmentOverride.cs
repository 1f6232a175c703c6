using Featuresmith.Diagnostics;
using Featuresmith.Syntax.Shell;
using Featuresmith.Validation.Scripts;

namespace Featuresmith.Validation.Rules.Install;

/// <summary>X="${X:-…}" without an option is a setting that no user of the Feature can reach.</summary>
public sealed class FS212EnvironmentOverride : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS212", "environment-override", Severity.Info);

    public IEnumerable<Finding> Check(FeatureFolder feature)
    {
        var own = feature
            .Scripts.Run.Where(happening => happening.Kind == ShellEventKind.Write)
            .Where(write => OptionVariables.Copied(write) == write.Name)
            .Select(write => write.Name)
            .ToHashSet(StringComparer.Ordinal);
        return from read in UnsetVariables.Of(feature)
            where own.Contains(read.Name) && !FS204OptionUnread.IsSlipOfUnread(feature, read.Name)
            select new Finding(
                read.Span,
                $"no option sets \"{read.Name}\", only an environment that the image happens to have",
                $"declare an option whose variable is {read.Name}, or assign the value"
            );
    }
}
