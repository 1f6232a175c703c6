namespace Featuresmith.Publishing;

/// <summary>What publishing one Feature comes to: its own repository first, then those of its legacy ids.</summary>
/// <param name="Id">The Feature's id.</param>
/// <param name="Steps">One step a version and repository, in the order in which they are carried out.</param>
/// <param name="Failure">Why there are no steps; null where the registry could be asked.</param>
public sealed record FeaturePlan(string Id, IReadOnlyList<RepositoryPlan> Steps, RegistryException? Failure = null)
{
    /// <summary>Whether anything is pushed.</summary>
    public bool Pushes => Steps.Any(step => step.Pushes);

    /// <summary>Whether something stands against it.</summary>
    public bool HasProblem => Failure is not null || Steps.Any(step => step.Problem is not null);

    /// <summary>How many bytes of archives go out at most.</summary>
    public long Bytes =>
        Steps.Where(step => step.Pushes && step.IsUpload).Sum(step => (long)step.Artifact.Archive.Length);
}
