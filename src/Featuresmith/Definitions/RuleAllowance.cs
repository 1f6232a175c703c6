using Featuresmith.Sources;

namespace Featuresmith.Definitions;

/// <summary>A rule whose findings a Feature lives with, because they are its point.</summary>
/// <param name="Rule">The rule's code or name.</param>
/// <param name="Reason">Why.</param>
/// <param name="Span">The whole entry.</param>
public sealed record RuleAllowance(Located<string> Rule, Located<string>? Reason, SourceSpan Span);
