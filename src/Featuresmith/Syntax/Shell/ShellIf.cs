using Featuresmith.Sources;

namespace Featuresmith.Syntax.Shell;

/// <summary>if …; then …; elif …; then …; else …; fi</summary>
/// <param name="span">Where it stands.</param>
/// <param name="conditions">The commands behind "if" and each "elif".</param>
/// <param name="bodies">The commands behind each "then" and behind "else".</param>
public sealed class ShellIf(SourceSpan span, IReadOnlyList<ShellList> conditions, IReadOnlyList<ShellList> bodies)
    : ShellCommand(span)
{
    /// <summary>The commands behind "if" and each "elif".</summary>
    public IReadOnlyList<ShellList> Conditions { get; } = conditions;

    /// <summary>The commands behind each "then" and behind "else".</summary>
    public IReadOnlyList<ShellList> Bodies { get; } = bodies;

    public override IEnumerable<ShellNode> Children =>
        [.. Conditions.Concat(Bodies).OrderBy(list => list.Span.Start), .. Redirections];
}
