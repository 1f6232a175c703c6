using Featuresmith.Sources;

namespace Featuresmith.Syntax.Shell;

/// <summary>for NAME in …; do …; done, for ((…)), and select.</summary>
/// <param name="span">Where it stands.</param>
/// <param name="variable">The variable; null for the arithmetic form.</param>
/// <param name="header">The words behind "in", or the arithmetic.</param>
/// <param name="body">What is run in each round.</param>
public sealed class ShellFor(
    SourceSpan span,
    Located<string>? variable,
    IReadOnlyList<ShellNode> header,
    ShellList body
) : ShellCommand(span)
{
    /// <summary>The variable; null for the arithmetic form.</summary>
    public Located<string>? Variable { get; } = variable;

    /// <summary>The words behind "in", or the arithmetic.</summary>
    public IReadOnlyList<ShellNode> Header { get; } = header;

    /// <summary>What is run in each round.</summary>
    public ShellList Body { get; } = body;

    /// <summary>Whether it is a "select", which only bash, ksh and zsh have.</summary>
    public bool IsSelect { get; init; }

    public override IEnumerable<ShellNode> Children => [.. Header, Body, .. Redirections];
}
