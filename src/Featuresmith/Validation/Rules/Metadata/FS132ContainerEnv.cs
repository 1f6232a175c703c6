using System.Text.RegularExpressions;
using Featuresmith.Diagnostics;
using Featuresmith.Syntax;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>containerEnv has names that a shell takes and values of one line: each becomes a line ENV of a Dockerfile (CLI, generateContainerEnvs).</summary>
public sealed partial class FS132ContainerEnv : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS132", "container-env", Severity.Error);

    public IEnumerable<Finding> Check(FeatureFolder feature)
    {
        foreach (var member in feature.Metadata?.ContainerEnv ?? [])
        {
            if (!Name().IsMatch(member.Key.Value))
            {
                yield return new Finding(
                    member.Key.Span,
                    $"\"{member.Key.Value}\" is no name for an environment variable",
                    "use letters, digits and \"_\", and no digit in front"
                );
            }

            if (member.Value is JsonStringSyntax text && text.Value.AsSpan().IndexOfAny('\n', '\r') >= 0)
            {
                yield return new Finding(
                    text.Span,
                    $"the value of \"{member.Key.Value}\" has a line end, which breaks the Dockerfile that it is written into",
                    "write one line, or set the variable in a file that install.sh makes"
                );
            }
        }
    }

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]*\z")]
    private static partial Regex Name();
}
