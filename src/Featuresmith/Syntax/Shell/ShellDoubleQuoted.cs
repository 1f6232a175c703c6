using Featuresmith.Sources;

namespace Featuresmith.Syntax.Shell;

/// <summary>"…": text in which parameters and commands are expanded and nothing is split.</summary>
public sealed class ShellDoubleQuoted(SourceSpan span, IReadOnlyList<ShellWordPart> parts) : ShellWordPart(span)
{
    /// <summary>What stands between the quotation marks.</summary>
    public IReadOnlyList<ShellWordPart> Parts { get; } = parts;

    public override IEnumerable<ShellNode> Children => Parts;
}
