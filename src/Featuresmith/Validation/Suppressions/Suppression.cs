using Featuresmith.Diagnostics;
using Featuresmith.Sources;

namespace Featuresmith.Validation.Suppressions;

/// <summary>Somebody's decision to live with a rule's findings at some place: a comment, a definition's "allow", a setting.</summary>
/// <param name="Rule">The rule's code or name, as written.</param>
/// <param name="Reason">Why; null where none is given.</param>
/// <param name="Span">The whole comment or entry.</param>
/// <param name="Covers">Whether a finding with this span is meant.</param>
public sealed record Suppression(
    Located<string> Rule,
    Located<string>? Reason,
    SourceSpan Span,
    Func<SourceSpan, bool> Covers
)
{
    /// <summary>The edits that take the suppression out of its file, where a machine can know them.</summary>
    public Fix? Removal { get; init; }

    /// <summary>Whether a diagnostic is suppressed by this.</summary>
    public bool Takes(Diagnostic diagnostic) => Names(diagnostic.Rule) && Covers(diagnostic.Span);

    private bool Names(RuleInfo rule) =>
        rule.Id.Value.Equals(Rule.Value, StringComparison.OrdinalIgnoreCase) || rule.Name == Rule.Value;
}
