using Featuresmith.Sources;

namespace Featuresmith.Diagnostics;

/// <summary>What a check yields, before anything decides how much it weighs.</summary>
/// <param name="Span">Where the mistake stands.</param>
/// <param name="Message">What is wrong: lower case, no full stop, user text in quotation marks.</param>
/// <param name="Help">The way out, as an imperative sentence.</param>
public sealed record Finding(SourceSpan Span, string Message, string? Help = null)
{
    /// <summary>Other places that belong to the finding.</summary>
    public IReadOnlyList<RelatedSpan> Related { get; init; } = [];

    /// <summary>The edits that take the finding away, where a machine can know them.</summary>
    public Fix? Fix { get; init; }

    /// <summary>The finding as a rule's diagnostic, with the rule's own severity.</summary>
    public Diagnostic By(RuleInfo rule) =>
        new(rule, Span, Message)
        {
            Help = Help,
            Related = Related,
            Fix = Fix,
        };
}
