namespace Scriban.Parsing;

/// <summary>A stretch of a template. <paramref name="End"/> is its last character: inclusive, as in the package.</summary>
/// <param name="FileName">The path given to <see cref="Template.Parse"/>, or empty.</param>
/// <param name="Start">First character.</param>
/// <param name="End">Last character; equal to <paramref name="Start"/> for one character.</param>
public readonly record struct SourceSpan(string FileName, TextPosition Start, TextPosition End)
{
    /// <summary>True for a span that was never set.</summary>
    public bool IsEmpty => FileName is null;

    /// <summary>Characters in the span.</summary>
    public int Length => End.Offset - Start.Offset + 1;

    /// <summary>"file(line,column)", 1-based.</summary>
    public string ToStringSimple() => $"{FileName}({Start.ToStringSimple()})";

    /// <inheritdoc/>
    public override string ToString() => $"{FileName}({Start}-{End})";
}
