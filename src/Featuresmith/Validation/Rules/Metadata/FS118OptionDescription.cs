using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>Every option says what it does, in one line that fits the table of the generated README (CLI, generateDocsCommandImpl.ts).</summary>
public sealed class FS118OptionDescription : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS118", "option-description", Severity.Info);

    public IEnumerable<Finding> Check(FeatureFolder feature)
    {
        foreach (var option in feature.Metadata?.Options ?? [])
        {
            if (string.IsNullOrWhiteSpace(option.Description?.Value))
            {
                yield return new Finding(
                    option.Id.Span,
                    $"option \"{option.Id.Value}\" has no description",
                    "say in one line what it does; editors and the README show it"
                );
            }
            else if (option.Description.Value.AsSpan().IndexOfAny('|', '\n', '\r') >= 0)
            {
                yield return new Finding(
                    option.Description.Span,
                    $"the description of option \"{option.Id.Value}\" has a line end or \"|\", which breaks the README's table",
                    "write one line without \"|\""
                );
            }
        }
    }
}
