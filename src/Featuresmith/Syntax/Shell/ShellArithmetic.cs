using Featuresmith.Sources;

namespace Featuresmith.Syntax.Shell;

/// <summary>$((…)), or the inside of ((…)).</summary>
/// <param name="span">Where it stands.</param>
/// <param name="parts">The expansions and names in it; numbers and operators are left out.</param>
public sealed class ShellArithmetic(SourceSpan span, IReadOnlyList<ShellWordPart> parts) : ShellWordPart(span)
{
    public override IEnumerable<ShellNode> Children => parts;
}

/// <summary>A variable in an arithmetic expression, where it needs no $.</summary>
/// <param name="span">Where it stands.</param>
/// <param name="name">The variable.</param>
/// <param name="isAssigned">Whether the expression changes it: "=", "+=", "++" …</param>
public sealed class ShellArithmeticName(SourceSpan span, string name, bool isAssigned) : ShellWordPart(span)
{
    /// <summary>The variable.</summary>
    public string Name { get; } = name;

    /// <summary>Whether the expression changes it: "=", "+=", "++" …</summary>
    public bool IsAssigned { get; } = isAssigned;

    public override IEnumerable<ShellNode> Children => [];
}
