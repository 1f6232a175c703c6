using Featuresmith.Sources;

namespace Featuresmith.Syntax.Shell;

/// <summary>A part of a shell script, with its place.</summary>
/// <param name="span">Where it stands.</param>
public abstract class ShellNode(SourceSpan span)
{
    /// <summary>Where it stands.</summary>
    public SourceSpan Span { get; } = span;

    /// <summary>Its parts, in the order in which a shell comes to them.</summary>
    public abstract IEnumerable<ShellNode> Children { get; }

    /// <summary>This node and everything in it, each before its own parts.</summary>
    public IEnumerable<ShellNode> DescendantsAndSelf()
    {
        var waiting = new List<ShellNode> { this };
        while (waiting.Count > 0)
        {
            var node = waiting[^1];
            waiting.RemoveAt(waiting.Count - 1);
            yield return node;
            // The first child has to be on top.
            var bottom = waiting.Count;
            waiting.AddRange(node.Children);
            waiting.Reverse(bottom, waiting.Count - bottom);
        }
    }
}
