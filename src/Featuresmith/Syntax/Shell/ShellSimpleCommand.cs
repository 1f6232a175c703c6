using Featuresmith.Sources;

namespace Featuresmith.Syntax.Shell;

/// <summary>Assignments, a command's name, its arguments.</summary>
/// <param name="span">Where it stands.</param>
/// <param name="assignments">The assignments in front of the name. Without a name they last, with one they are its environment.</param>
/// <param name="words">The name and the arguments; empty where there are assignments or redirections alone.</param>
/// <param name="declarations">The assignments among the arguments of export, readonly, local, declare and typeset.</param>
public sealed class ShellSimpleCommand(
    SourceSpan span,
    IReadOnlyList<ShellAssignment> assignments,
    IReadOnlyList<ShellWord> words,
    IReadOnlyList<ShellAssignment> declarations
) : ShellCommand(span)
{
    /// <summary>The assignments in front of the name. Without a name they last, with one they are its environment.</summary>
    public IReadOnlyList<ShellAssignment> Assignments { get; } = assignments;

    /// <summary>The name and the arguments; empty where there are assignments or redirections alone.</summary>
    public IReadOnlyList<ShellWord> Words { get; } = words;

    /// <summary>The assignments among the arguments of export, readonly, local, declare and typeset.</summary>
    public IReadOnlyList<ShellAssignment> Declarations { get; } = declarations;

    /// <summary>The command's name where it is written out; null where there is none or it is expanded.</summary>
    public string? Name => Words.Count > 0 ? Words[0].Literal : null;

    /// <summary>What follows the name.</summary>
    public IEnumerable<ShellWord> Arguments => Words.Skip(1);

    public override IEnumerable<ShellNode> Children =>
        Assignments.Count + Declarations.Count + Redirections.Count == 0
            ? Words
            : [.. Assignments, .. Words, .. Declarations, .. Redirections];
}
