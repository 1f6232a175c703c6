using Featuresmith.Sources;

namespace Featuresmith.Syntax.Shell;

/// <summary>NAME=word, NAME+=word or NAME=(word …).</summary>
/// <param name="span">Where it stands.</param>
/// <param name="name">The variable.</param>
/// <param name="nameSpan">Where the name stands.</param>
/// <param name="value">The value; null for an array.</param>
/// <param name="elements">The elements of an array; empty for anything else.</param>
public sealed class ShellAssignment(
    SourceSpan span,
    string name,
    SourceSpan nameSpan,
    ShellWord? value,
    IReadOnlyList<ShellWord> elements
) : ShellNode(span)
{
    /// <summary>The variable.</summary>
    public string Name { get; } = name;

    /// <summary>Where the name stands.</summary>
    public SourceSpan NameSpan { get; } = nameSpan;

    /// <summary>The value, which may be an empty word; null for an array.</summary>
    public ShellWord? Value { get; } = value;

    /// <summary>The elements of an array; empty for anything else.</summary>
    public IReadOnlyList<ShellWord> Elements { get; } = elements;

    /// <summary>Whether the value is put behind what is there: NAME+=word.</summary>
    public bool IsAppending { get; init; }

    /// <summary>Whether one element of an array is meant: NAME[…]=word.</summary>
    public bool HasSubscript { get; init; }

    /// <summary>Whether an array is assigned: NAME=(…).</summary>
    public bool IsArray => Value is null;

    public override IEnumerable<ShellNode> Children => Value is null ? Elements : [Value];
}
