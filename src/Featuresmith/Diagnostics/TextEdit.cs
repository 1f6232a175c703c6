using Featuresmith.Sources;

namespace Featuresmith.Diagnostics;

/// <summary>Replaces one stretch of a text.</summary>
/// <param name="Span">What goes; an empty span inserts.</param>
/// <param name="NewText">What comes in its place.</param>
public sealed record TextEdit(SourceSpan Span, string NewText);
