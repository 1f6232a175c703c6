using Featuresmith.Sources;

namespace Featuresmith.Syntax.Shell;

/// <summary>{ …; } or (…), which is a shell of its own.</summary>
public sealed class ShellGroup(SourceSpan span, bool isSubshell, ShellList body) : ShellCommand(span)
{
    /// <summary>Whether the commands run in a shell of their own, so that nothing that they assign stays.</summary>
    public bool IsSubshell { get; } = isSubshell;

    /// <summary>The commands.</summary>
    public ShellList Body { get; } = body;

    public override IEnumerable<ShellNode> Children => [Body, .. Redirections];
}
