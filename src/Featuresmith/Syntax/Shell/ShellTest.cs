using Featuresmith.Sources;

namespace Featuresmith.Syntax.Shell;

/// <summary>[[ … ]], which bash, ksh and zsh have.</summary>
public sealed class ShellTest(SourceSpan span, IReadOnlyList<ShellWord> words) : ShellCommand(span)
{
    /// <summary>Operands and operators in the order of the script, parentheses and "&amp;&amp;" among them.</summary>
    public IReadOnlyList<ShellWord> Words { get; } = words;

    public override IEnumerable<ShellNode> Children => [.. Words, .. Redirections];
}
