using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Validation.Settings;
using Featuresmith.Validation.Suppressions;

namespace Featuresmith.Validation;

/// <summary>What a run looked at, and what its author has decided beforehand.</summary>
/// <param name="Sources">Every text that was looked at and may hold suppressions.</param>
/// <param name="Settings">The weights of the rules, and what is ignored.</param>
/// <param name="Allowed">What definitions allow.</param>
/// <param name="IsWholeCollection">Whether the rules for collections saw the whole of one.</param>
public sealed record LintScope(
    IReadOnlyList<SourceText> Sources,
    LintSettings Settings,
    IReadOnlyList<Suppression> Allowed,
    bool IsWholeCollection
)
{
    /// <summary>Whether a rule had the chance to find anything in this scope.</summary>
    public bool Ran(RuleInfo rule) =>
        IsWholeCollection || RuleCatalog.ForCollections.All(forCollection => forCollection.Info != rule);

    /// <summary>Everything that may suppress a finding here.</summary>
    /// <param name="found">
    /// The findings: the texts that they lie in were looked at too, such as the template that a rendered line comes from.
    /// A setting that ignores a path counts only where that path was looked at.
    /// </param>
    public IReadOnlyList<Suppression> Suppressions(IReadOnlyList<Diagnostic> found) =>
        [
            .. Sources
                .Concat(found.Select(diagnostic => diagnostic.Span.Source))
                .DistinctBy(source => source.Path)
                .SelectMany(SuppressionComments.In),
            .. Allowed,
            .. Settings.Ignored.Where(ignored =>
                Sources.Any(source => ignored.Covers(source.Span(0, 0)))
                || found.Any(diagnostic => ignored.Covers(diagnostic.Span))
            ),
        ];
}
