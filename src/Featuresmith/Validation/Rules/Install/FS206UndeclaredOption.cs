using Featuresmith.Diagnostics;
using Featuresmith.Syntax.Shell;
using Featuresmith.Validation.Scripts;

namespace Featuresmith.Validation.Rules.Install;

/// <summary>What install.sh takes from the environment into a variable of another name is an option that is declared.</summary>
public sealed class FS206UndeclaredOption : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS206", "undeclared-option", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureFolder feature)
    {
        var copied = Copies(feature);
        return from read in UnsetVariables.Of(feature)
            where copied.Contains(read.Name) && !FS204OptionUnread.IsSlipOfUnread(feature, read.Name)
            select new Finding(
                read.Span,
                $"install.sh reads \"{read.Name}\" as if it were an option, but no option of that name is declared",
                $"declare the option whose variable is {read.Name}, or set the value here"
            );
    }

    /// <summary>The variables that are taken as options are: TOOL_VERSION="${TOOLVERSION:-latest}".</summary>
    private static HashSet<string> Copies(FeatureFolder feature) =>
        [
            .. from happening in feature.Scripts.Run
            where
                happening
                    is { Kind: ShellEventKind.Write, Node: ShellAssignment { Value.OnlyParameter.HasFallback: true } }
            let copied = OptionVariables.Copied(happening)
            where copied is not null && copied != happening.Name && !copied.Any(char.IsAsciiLetterLower)
            select copied,
        ];
}
