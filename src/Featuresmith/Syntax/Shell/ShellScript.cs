using Featuresmith.Sources;

namespace Featuresmith.Syntax.Shell;

/// <summary>
/// A shell script as far as reading it tells: commands, words, expansions and comments with their places. Reading never
/// fails: what is no shell becomes words. Its time grows with the text's length and no faster.
/// </summary>
/// <param name="Source">The text.</param>
/// <param name="Body">The commands.</param>
/// <param name="Comments">The comments in the order of the text, each from # to its line's end, "#!" among them.</param>
public sealed record ShellScript(SourceText Source, ShellList Body, IReadOnlyList<SourceSpan> Comments)
{
    /// <summary>What "#!" in the first line names; null where there is none, which means /bin/sh.</summary>
    public ShellInterpreter? Interpreter { get; } = ShellInterpreter.Of(Source);

    /// <summary>Reads a script of any dialect of the Bourne family.</summary>
    public static ShellScript Read(SourceText source) => new ShellReader(source, 0, source.Text.Length).Read();

    /// <summary>Reads a part of a text as a script, such as what stands in the quotation marks of sh -c '…'.</summary>
    /// <param name="span">The part; every node keeps its place in the whole text.</param>
    public static ShellScript Read(SourceSpan span) => new ShellReader(span.Source, span.Start, span.End).Read();

    // Dozens of rules walk a script; the tree is gone through once for all of them.
    private IReadOnlyList<ShellNode>? nodes;

    /// <summary>Every node, each before its own parts, in the order of the text.</summary>
    public IReadOnlyList<ShellNode> Nodes => nodes ??= [.. Body.DescendantsAndSelf()];

    /// <summary>Every node of a type, in the order of the text.</summary>
    public IEnumerable<T> All<T>()
        where T : ShellNode => Nodes.OfType<T>();
}
