using Featuresmith.Sources;

namespace Featuresmith.Syntax.Shell;

/// <summary>&lt;&lt;WORD and the lines up to WORD (POSIX shell, 2.7.4).</summary>
/// <param name="span">Where the operator and its word stand.</param>
/// <param name="operation">"&lt;&lt;", or "&lt;&lt;-", which takes tabs off the lines.</param>
/// <param name="target">The delimiter as written.</param>
public sealed class ShellHereDocument(SourceSpan span, string operation, ShellWord target)
    : ShellRedirection(span, operation, target)
{
    /// <summary>Whether nothing in the lines is expanded, because a part of the delimiter is quoted.</summary>
    public bool IsQuoted { get; } = target.Raw.AsSpan().ContainsAny('\'', '"', '\\');

    /// <summary>The line that ends it.</summary>
    public string Delimiter => Target.Literal ?? Target.Raw;

    /// <summary>The lines; empty where the file ends before them.</summary>
    public ShellWord Body { get; internal set; } = new(target.Span.Source.Span(target.Span.End, target.Span.End), []);

    public override IEnumerable<ShellNode> Children => [Body];
}
