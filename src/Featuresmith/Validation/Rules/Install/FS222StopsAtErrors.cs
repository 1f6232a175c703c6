using Featuresmith.Diagnostics;
using Featuresmith.Syntax.Shell;

namespace Featuresmith.Validation.Rules.Install;

/// <summary>install.sh says "set -e"; without it the build goes on after a command that failed, and succeeds.</summary>
public sealed class FS222StopsAtErrors : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS222", "stops-at-errors", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureFolder feature)
    {
        // The last command's exit code is the script's own: where there is one alone, nothing is lost.
        if (feature.Scripts.Install is { } script && script.Body.Pipelines.Count > 1 && !Stops(feature, script))
        {
            yield return new Finding(
                script.Interpreter?.Span ?? script.Source.LineSpan(1),
                "install.sh goes on after a command that fails, so that a broken installation looks like a good one",
                "write \"set -e\" as its first command"
            );
        }
    }

    private static bool Stops(FeatureFolder feature, ShellScript script) =>
        (script.Interpreter?.Arguments ?? []).Any(IsErrorFlag)
        || feature.Scripts.Installing.SelectMany(part => part.All<ShellSimpleCommand>()).Any(SetsIt);

    private static bool SetsIt(ShellSimpleCommand command) =>
        command.Name == "set"
        && command.Arguments.Any(word => word.Literal is { } text && (text == "errexit" || IsErrorFlag(text)));

    private static bool IsErrorFlag(string word) =>
        word.StartsWith('-') && !word.StartsWith("--", StringComparison.Ordinal) && word.Contains('e');
}
