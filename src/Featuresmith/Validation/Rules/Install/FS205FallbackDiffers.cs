using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Syntax.Shell;
using Featuresmith.Validation.Scripts;

namespace Featuresmith.Validation.Rules.Install;

/// <summary>
/// The fallback in the script, as in ${VERSION:-lts}, is the option's default. The tool always sets the variable
/// (specification, "Option Resolution"), so only people who run install.sh by hand ever get the fallback.
/// </summary>
public sealed class FS205FallbackDiffers : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS205", "fallback-differs", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureFolder feature)
    {
        var options = (feature.Metadata?.Options ?? []).ToLookup(
            option => option.EnvironmentName,
            StringComparer.Ordinal
        );
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var happening in feature.Scripts.Run)
        {
            if (
                happening is { Kind: ShellEventKind.Read, Node: ShellParameter { HasFallback: true } parameter }
                && !written.Contains(happening.Name)
                && options[happening.Name].FirstOrDefault() is { } option
                && Differs(option, parameter) is { } declared
            )
            {
                var fallback = parameter.Operand!.Literal!;
                yield return new Finding(
                    parameter.Span,
                    $"the fallback \"{fallback}\" is not the default of option \"{option.Id.Value}\", \"{declared}\"",
                    $"write ${{{happening.Name}{parameter.Operation}{declared}}}, or change the default"
                )
                {
                    Related = [new RelatedSpan(option.Default!.Span, "the default is declared here")],
                };
            }
            else if (happening.Kind == ShellEventKind.Write && OptionVariables.Copied(happening) != happening.Name)
            {
                written.Add(happening.Name);
            }
        }
    }

    /// <summary>The default where the fallback is another value; else null.</summary>
    private static string? Differs(FeatureOption option, ShellParameter parameter)
    {
        var declared = option.DefaultText;
        // An empty fallback is a guard for "set -u"; an empty default with ":-" means "let the script choose".
        return
            parameter.Operand?.Literal is { Length: > 0 } fallback
            && declared is not null
            && declared != fallback
            && !(declared.Length == 0 && parameter.Operation is ":-" or ":=")
            ? declared
            : null;
    }
}
