using Featuresmith.Diagnostics;

namespace Featuresmith.Validation;

/// <summary>What validating found.</summary>
/// <param name="Diagnostics">The findings, sorted, as settings weigh them.</param>
/// <param name="Features">How many Features were checked.</param>
/// <param name="OtherFiles">How many files of other kinds were checked: devcontainer.json, definitions, settings.</param>
public sealed record ValidationOutcome(IReadOnlyList<Diagnostic> Diagnostics, int Features, int OtherFiles)
{
    /// <summary>Whether anything found is an error.</summary>
    public bool Fails => Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);

    /// <summary>Several outcomes as one.</summary>
    public static ValidationOutcome Merge(IReadOnlyList<ValidationOutcome> outcomes) =>
        new(
            DiagnosticBag.Sort(outcomes.SelectMany(outcome => outcome.Diagnostics)),
            outcomes.Sum(outcome => outcome.Features),
            outcomes.Sum(outcome => outcome.OtherFiles)
        );
}
