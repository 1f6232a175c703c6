using Featuresmith.Sources;

namespace Featuresmith.Syntax.Shell;

/// <summary>"2&gt;file" and its like.</summary>
/// <param name="span">Where it stands; the body of a here-document is not part of it.</param>
/// <param name="operation">"&lt;", "&gt;", "&gt;&gt;", "&gt;|", "&lt;&gt;", "&lt;&amp;", "&gt;&amp;", "&amp;&gt;", "&amp;&gt;&gt;", "&lt;&lt;", "&lt;&lt;-" or "&lt;&lt;&lt;".</param>
/// <param name="target">The file, descriptor, here-string or delimiter.</param>
public class ShellRedirection(SourceSpan span, string operation, ShellWord target) : ShellNode(span)
{
    /// <summary>The operator, without a descriptor.</summary>
    public string Operation { get; } = operation;

    /// <summary>The file, descriptor, here-string or delimiter.</summary>
    public ShellWord Target { get; } = target;

    /// <summary>Whether a file is written.</summary>
    public bool IsOutput =>
        Operation is ">" or ">>" or ">|" or "&>" or "&>>" || (Operation == ">&" && !IsDescriptor(Target.Literal));

    public override IEnumerable<ShellNode> Children => [Target];

    private static bool IsDescriptor(string? target) =>
        target is null or "-" || target.TrimEnd('-').All(char.IsAsciiDigit);
}
