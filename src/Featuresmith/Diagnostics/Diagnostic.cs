using Featuresmith.Sources;

namespace Featuresmith.Diagnostics;

/// <summary>One thing that an author should know: which rule, how bad, where, what, and the way out.</summary>
/// <param name="Rule">The rule that speaks.</param>
/// <param name="Severity">The severity after settings were applied.</param>
/// <param name="Span">Where the mistake stands.</param>
/// <param name="Message">What is wrong: lower case, no full stop, user text in quotation marks.</param>
public sealed record Diagnostic(RuleInfo Rule, Severity Severity, SourceSpan Span, string Message)
{
    public Diagnostic(RuleInfo rule, SourceSpan span, string message)
        : this(rule, rule.DefaultSeverity, span, message) { }

    /// <summary>The way out, as an imperative sentence.</summary>
    public string? Help { get; init; }

    /// <summary>Other places that belong to the finding.</summary>
    public IReadOnlyList<RelatedSpan> Related { get; init; } = [];

    /// <summary>The edits that take the finding away, where a machine can know them.</summary>
    public Fix? Fix { get; init; }

    /// <summary>The grep-able record: "path:line:column: severity FS203: message [name]".</summary>
    public override string ToString() =>
        $"{Span}: {Severity.ToString().ToLowerInvariant()} {Rule.Id}: {Message} [{Rule.Name}]";
}
