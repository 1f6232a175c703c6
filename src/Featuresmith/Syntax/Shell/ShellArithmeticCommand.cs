using Featuresmith.Sources;

namespace Featuresmith.Syntax.Shell;

/// <summary>((…)), which bash, ksh and zsh have.</summary>
public sealed class ShellArithmeticCommand(SourceSpan span, ShellArithmetic expression) : ShellCommand(span)
{
    public override IEnumerable<ShellNode> Children => [expression, .. Redirections];
}
