using Featuresmith.Sources;

namespace Featuresmith.Syntax.Shell;

/// <summary>Commands, each of which reads what the one before it writes; mostly one alone.</summary>
/// <param name="span">Where it stands.</param>
/// <param name="commands">The commands.</param>
/// <param name="connector">What follows: "&amp;&amp;", "||", "&amp;", or ";" for that and for a line's end.</param>
public sealed class ShellPipeline(SourceSpan span, IReadOnlyList<ShellCommand> commands, string connector)
    : ShellNode(span)
{
    /// <summary>The commands.</summary>
    public IReadOnlyList<ShellCommand> Commands { get; } = commands;

    /// <summary>What follows: "&amp;&amp;", "||", "&amp;", or ";" for that and for a line's end.</summary>
    public string Connector { get; } = connector;

    /// <summary>Whether "!" stands before it.</summary>
    public bool IsNegated { get; init; }

    public override IEnumerable<ShellNode> Children => Commands;
}
