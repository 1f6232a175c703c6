using Featuresmith.Sources;

namespace Featuresmith.Syntax.Shell;

/// <summary>Something that runs.</summary>
public abstract class ShellCommand(SourceSpan span) : ShellNode(span)
{
    /// <summary>Its redirections, in the order of the script.</summary>
    public IReadOnlyList<ShellRedirection> Redirections { get; internal set; } = [];
}
