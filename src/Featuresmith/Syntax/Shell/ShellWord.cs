using Featuresmith.Sources;

namespace Featuresmith.Syntax.Shell;

/// <summary>A word: what a command gets as its name or as one argument, before it is split and expanded.</summary>
/// <param name="span">Where it stands, with its quotation marks.</param>
/// <param name="parts">What it is put together from.</param>
public sealed class ShellWord(SourceSpan span, IReadOnlyList<ShellWordPart> parts) : ShellNode(span)
{
    /// <summary>What it is put together from.</summary>
    public IReadOnlyList<ShellWordPart> Parts { get; } = parts;

    /// <summary>The word as the command gets it, where nothing in it is expanded; else null.</summary>
    public string? Literal { get; } = ShellWordPart.LiteralOf(parts);

    /// <summary>The word as it is written.</summary>
    public string Raw => Span.Source.Text[Span.Start..Span.End];

    /// <summary>Whether any of it stands in quotation marks.</summary>
    public bool IsQuoted => Parts.Any(part => part is ShellDoubleQuoted or ShellLiteral { IsQuoted: true });

    /// <summary>The one parameter that the word consists of, quoted or not; null where there is more or other.</summary>
    public ShellParameter? OnlyParameter =>
        Parts is [var part]
            ? part as ShellParameter ?? ((part as ShellDoubleQuoted)?.Parts is [ShellParameter inner] ? inner : null)
            : null;

    public override IEnumerable<ShellNode> Children => Parts;

    public override string ToString() => Raw;
}
