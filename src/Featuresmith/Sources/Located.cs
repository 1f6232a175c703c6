namespace Featuresmith.Sources;

/// <summary>A value together with the place where its author wrote it.</summary>
/// <param name="Value">The value.</param>
/// <param name="Span">Where it stands.</param>
public sealed record Located<T>(T Value, SourceSpan Span)
{
    public override string ToString() => Value?.ToString() ?? "";
}
