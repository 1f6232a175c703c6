using Featuresmith.Publishing;

namespace Featuresmith.Reporting;

/// <summary>A publishing plan for people.</summary>
/// <param name="output">Where it goes.</param>
public sealed class PlanReport(TextWriter output)
{
    /// <summary>Writes one block a Feature that something happens to, and a line that counts.</summary>
    public void Write(IReadOnlyList<FeaturePlan> plans)
    {
        foreach (var plan in plans)
        {
            if (plan.Failure is { } failure)
            {
                output.WriteLine($"failed     {plan.Id}: {Printable.Of(failure.Message)}");
            }

            foreach (var step in plan.Steps)
            {
                Write(step);
            }
        }

        var steps = plans.SelectMany(plan => plan.Steps).ToList();
        int Count(params RepositoryStanding[] standings) => steps.Count(step => standings.Contains(step.Standing));
        output.WriteLine(
            FormattableString.Invariant(
                $"{Count(RepositoryStanding.New)} new, {Count(RepositoryStanding.Bumped)} bumped, {Count(RepositoryStanding.Incomplete)} incomplete, {Count(RepositoryStanding.Unchanged)} unchanged, {Count(RepositoryStanding.Changed, RepositoryStanding.BumpTooSmall)} refused, {plans.Count(plan => plan.Failure is not null)} failed"
            )
        );
    }

    private void Write(RepositoryPlan step)
    {
        output.WriteLine($"{Word(step.Standing), -10} {step.Repository} {step.Artifact.Version}{Against(step)}");
        foreach (var change in step.Changes)
        {
            output.WriteLine($"             {VersionGate.Name(change.Level)}: {change.What}");
        }

        foreach (var move in step.Problem is null ? step.Moves : [])
        {
            output.WriteLine($"             tag {move.Tag}: {move.From ?? "(none)"} -> {step.Artifact.Version}");
        }

        if (step.Problem is { } problem)
        {
            output.WriteLine($"             {problem}");
        }
    }

    private static string Against(RepositoryPlan step) =>
        step.Before?.Metadata.Version?.Value is { } version && version != step.Artifact.Version.ToString()
            ? $" after {version}, {VersionGate.Name(step.Required)} bump due"
            : "";

    private static string Word(RepositoryStanding standing) =>
        standing switch
        {
            RepositoryStanding.Changed => "CHANGED",
            RepositoryStanding.BumpTooSmall => "TOO SMALL",
            var other => other.ToString().ToLowerInvariant(),
        };
}
