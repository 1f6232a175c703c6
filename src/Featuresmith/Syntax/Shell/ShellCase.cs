using Featuresmith.Sources;

namespace Featuresmith.Syntax.Shell;

/// <summary>case WORD in PATTERN | PATTERN) …;; esac</summary>
public sealed class ShellCase(SourceSpan span, ShellWord subject, IReadOnlyList<ShellCaseArm> arms) : ShellCommand(span)
{
    /// <summary>What is compared.</summary>
    public ShellWord Subject { get; } = subject;

    /// <summary>The alternatives in the order of the script.</summary>
    public IReadOnlyList<ShellCaseArm> Arms { get; } = arms;

    public override IEnumerable<ShellNode> Children => [Subject, .. Arms, .. Redirections];
}

/// <summary>One alternative of a case: its patterns and what is run where one fits.</summary>
public sealed class ShellCaseArm(SourceSpan span, IReadOnlyList<ShellWord> patterns, ShellList body) : ShellNode(span)
{
    /// <summary>The patterns.</summary>
    public IReadOnlyList<ShellWord> Patterns { get; } = patterns;

    /// <summary>What is run where one of them fits.</summary>
    public ShellList Body { get; } = body;

    /// <summary>What ends it: ";;", or bash's ";&amp;" and ";;&amp;"; empty for the last one.</summary>
    public string End { get; init; } = "";

    public override IEnumerable<ShellNode> Children => [.. Patterns, Body];
}
