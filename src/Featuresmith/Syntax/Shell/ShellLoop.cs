using Featuresmith.Sources;

namespace Featuresmith.Syntax.Shell;

/// <summary>while …; do …; done, and the same with until.</summary>
public sealed class ShellLoop(SourceSpan span, ShellList condition, ShellList body) : ShellCommand(span)
{
    /// <summary>What is run before each round.</summary>
    public ShellList Condition { get; } = condition;

    /// <summary>What is run in each round.</summary>
    public ShellList Body { get; } = body;

    public override IEnumerable<ShellNode> Children => [Condition, Body, .. Redirections];
}
