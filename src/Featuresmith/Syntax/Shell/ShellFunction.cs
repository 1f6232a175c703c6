using Featuresmith.Sources;

namespace Featuresmith.Syntax.Shell;

/// <summary>NAME() { …; }, or "function NAME …", which sh has not.</summary>
/// <param name="span">Where it stands.</param>
/// <param name="name">The function's name.</param>
/// <param name="body">What a call runs; null where the file ends before it.</param>
public sealed class ShellFunction(SourceSpan span, Located<string> name, ShellCommand? body) : ShellCommand(span)
{
    /// <summary>The function's name.</summary>
    public Located<string> Name { get; } = name;

    /// <summary>What a call runs; null where the file ends before it.</summary>
    public ShellCommand? Body { get; } = body;

    /// <summary>Whether the word "function" stands before the name.</summary>
    public bool HasKeyword { get; init; }

    public override IEnumerable<ShellNode> Children => Body is null ? [] : [Body];
}
