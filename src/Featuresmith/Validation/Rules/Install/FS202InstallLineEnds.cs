using Featuresmith.Diagnostics;
using Featuresmith.Sources;

namespace Featuresmith.Validation.Rules.Install;

/// <summary>install.sh has LF line ends: the kernel looks for an interpreter named "sh\r" otherwise.</summary>
public sealed class FS202InstallLineEnds : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS202", "install-line-ends", Severity.Error);

    public IEnumerable<Finding> Check(FeatureFolder feature)
    {
        if (feature.Install?.Source is { } script && script.Text.IndexOf('\r') is var at and >= 0)
        {
            yield return new Finding(
                script.Span(at, at + 1),
                "install.sh has carriage returns, with which no shell runs it",
                "save it with LF line ends and say \"*.sh text eol=lf\" in .gitattributes"
            )
            {
                Fix = new Fix("remove the carriage returns", [.. CarriageReturns(script)]),
            };
        }
    }

    // Only those of line ends: one inside a line may be meant.
    private static IEnumerable<TextEdit> CarriageReturns(SourceText script)
    {
        for (
            var at = script.Text.IndexOf("\r\n", StringComparison.Ordinal);
            at >= 0;
            at = script.Text.IndexOf("\r\n", at + 2, StringComparison.Ordinal)
        )
        {
            yield return new TextEdit(script.Span(at, at + 1), "");
        }
    }
}
