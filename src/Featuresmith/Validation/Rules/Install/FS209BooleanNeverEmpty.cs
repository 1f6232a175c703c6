using Featuresmith.Diagnostics;
using Featuresmith.Syntax.Shell;
using Featuresmith.Validation.Scripts;

namespace Featuresmith.Validation.Rules.Install;

/// <summary>A boolean that is off arrives as "false", which is not empty (specification, "Options property").</summary>
public sealed class FS209BooleanNeverEmpty : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS209", "boolean-never-empty", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureFolder feature)
    {
        var variables = OptionVariables.Of(feature);
        return from word in feature.Scripts.Installing.SelectMany(Tested)
            let parameter = word.OnlyParameter
            where parameter is { Operation: "" }
            let option = variables.GetValueOrDefault(parameter.Name)
            where option?.Type?.Value == "boolean"
            select new Finding(
                word.Span,
                $"this holds whatever option \"{option.Id.Value}\" is: it arrives as \"true\" or \"false\", never empty",
                $"write [ \"${parameter.Name}\" = \"true\" ]"
            )
            {
                Related = [new RelatedSpan(option.Id.Span, "the option is declared here")],
            };
    }

    /// <summary>The words that a script tests for being non-empty. -z is left out: it guards runs by hand.</summary>
    private static IEnumerable<ShellWord> Tested(ShellScript script) =>
        script.Nodes.SelectMany(node =>
            node switch
            {
                ShellTest test => NonEmpty(test.Words),
                ShellSimpleCommand { Name: "[" } test => NonEmpty(test.Words.Skip(1).SkipLast(1).ToList()),
                ShellSimpleCommand { Name: "test" } test => NonEmpty(test.Words.Skip(1).ToList()),
                _ => [],
            }
        );

    private static IEnumerable<ShellWord> NonEmpty(IReadOnlyList<ShellWord> words) =>
        words.Count == 1 ? words : words.Skip(1).Where((_, before) => words[before].Literal == "-n");
}
