using Featuresmith.Sources;

namespace Featuresmith.Syntax.Shell;

/// <summary>Which of the forms a substitution has.</summary>
public enum ShellSubstitutionKind
{
    /// <summary>$(…): what the commands print.</summary>
    Command,

    /// <summary>`…`: the same, in its old form.</summary>
    Backticks,

    /// <summary>&lt;(…) or &gt;(…): a file that is connected to the commands. Not in sh.</summary>
    Process,
}

/// <summary>Commands that run in a shell of their own and stand in for what they print.</summary>
public sealed class ShellSubstitution(SourceSpan span, ShellSubstitutionKind kind, ShellList body) : ShellWordPart(span)
{
    /// <summary>Which form it has.</summary>
    public ShellSubstitutionKind Kind { get; } = kind;

    /// <summary>The commands.</summary>
    public ShellList Body { get; } = body;

    public override IEnumerable<ShellNode> Children => [Body];
}
