using Featuresmith.Sources;

namespace Featuresmith.Diagnostics;

/// <summary>Another place that a finding speaks of, such as "declared here".</summary>
public sealed record RelatedSpan(SourceSpan Span, string Message);
