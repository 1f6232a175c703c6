using Featuresmith.Sources;

namespace Featuresmith.Syntax.Shell;

/// <summary>Pipelines one after the other.</summary>
public sealed class ShellList(SourceSpan span, IReadOnlyList<ShellPipeline> pipelines) : ShellNode(span)
{
    /// <summary>The pipelines in the order of the script.</summary>
    public IReadOnlyList<ShellPipeline> Pipelines { get; } = pipelines;

    public override IEnumerable<ShellNode> Children => Pipelines;
}
