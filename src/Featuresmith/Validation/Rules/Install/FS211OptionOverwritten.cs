using Featuresmith.Diagnostics;
using Featuresmith.Syntax.Shell;
using Featuresmith.Validation.Scripts;

namespace Featuresmith.Validation.Rules.Install;

/// <summary>install.sh reads an option's variable before it assigns to it; the user's choice is lost otherwise.</summary>
public sealed class FS211OptionOverwritten : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS211", "option-overwritten", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureFolder feature)
    {
        var options = (feature.Metadata?.Options ?? []).ToLookup(
            option => option.EnvironmentName,
            StringComparer.Ordinal
        );
        // The first that happens to each variable.
        var first = feature
            .Scripts.Run.Where(happening => happening.Kind is ShellEventKind.Read or ShellEventKind.Write)
            .DistinctBy(happening => happening.Name);
        return from happening in first
            where
                happening
                    is {
                        Kind: ShellEventKind.Write,
                        IsConditional: false,
                        Node: ShellAssignment { IsAppending: false }
                    }
            let option = options[happening.Name].FirstOrDefault()
            where option is not null
            select new Finding(
                happening.Span,
                $"this overwrites option \"{option.Id.Value}\" before anything reads it",
                $"use another name here, or take the option first: {happening.Name}=\"${{{happening.Name}:-…}}\""
            )
            {
                Related = [new RelatedSpan(option.Id.Span, "the option is declared here")],
            };
    }
}
