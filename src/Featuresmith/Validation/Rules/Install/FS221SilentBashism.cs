using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax.Shell;
using Featuresmith.Validation.Scripts;

namespace Featuresmith.Validation.Rules.Install;

/// <summary>
/// A script that /bin/sh runs does not rely on what bash does otherwise without failing: echo -e, ==, {a,b}, and variables
/// that only bash sets (dash(1), "echo"; bash manual, "Bash Variables").
/// </summary>
public sealed class FS221SilentBashism : IFeatureRule
{
    private static readonly string[] BashVariables =
    [
        "RANDOM",
        "UID",
        "EUID",
        "GROUPS",
        "SECONDS",
        "HOSTNAME",
        "HOSTTYPE",
        "OSTYPE",
        "MACHTYPE",
        "FUNCNAME",
        "BASH_SOURCE",
        "BASHPID",
        "DIRSTACK",
        "EPOCHSECONDS",
        "SRANDOM",
        "PIPESTATUS",
    ];

    public RuleInfo Info { get; } = new("FS221", "silent-bashism", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        PlainShell.In(feature).SelectMany(script => script.Nodes).Select(Describe).OfType<Finding>();

    private static Finding? Describe(ShellNode node) =>
        node switch
        {
            ShellSimpleCommand { Name: "echo" } echo
                when echo.Arguments.FirstOrDefault()?.Literal is "-e" or "-ne" or "-en" => new(
                echo.Span,
                "echo prints \"-e\" in dash, which Debian and Ubuntu have as /bin/sh",
                "write printf '%b\\n' …"
            ),
            ShellSimpleCommand { Name: "[" or "test" } test
                when test.Words.FirstOrDefault(IsEquality) is { } equality => new(
                equality.Span,
                "dash knows no == in [ ]: it prints an error, and the test is never true",
                "write ="
            ),
            ShellParameter { Operation: "" } parameter when BashVariables.Contains(parameter.Name) => new(
                parameter.Span,
                $"only bash sets \"{parameter.Name}\"; in another /bin/sh it is empty",
                "ask a program: id -u, hostname, uname"
            ),
            ShellWord word when Braces(word) is { } span => new(
                span,
                $"only bash takes \"{span.Source.Text[span.Start..span.End]}\" apart; another /bin/sh leaves it as it is",
                "write the words one by one"
            ),
            ShellLiteral { IsDollarQuoted: true } literal => new(
                literal.Span,
                "dash leaves the $ of $'…' where it is",
                "write printf, or the character itself"
            ),
            _ => null,
        };

    private static bool IsEquality(ShellWord word) => word.Literal == "==";

    /// <summary>{a,b} or {1..3} outside quotation marks.</summary>
    private static SourceSpan? Braces(ShellWord word)
    {
        foreach (
            var literal in word.Parts.OfType<ShellLiteral>().Where(part => !part.IsQuoted && !part.Text.Contains('\\'))
        )
        {
            var text = literal.Span.Source.Text[literal.Span.Start..literal.Span.End];
            var begin = text.IndexOf('{', StringComparison.Ordinal);
            var end = begin < 0 ? -1 : text.IndexOf('}', begin);
            if (
                end > begin
                && text[begin..end] is var inside
                && (inside.Contains(',') || inside.Contains("..", StringComparison.Ordinal))
                && !inside.Contains('\\')
                && !(begin > 0 && text[begin - 1] == '\\')
            )
            {
                return literal.Span.Source.Span(literal.Span.Start + begin, literal.Span.Start + end + 1);
            }
        }

        return null;
    }
}
