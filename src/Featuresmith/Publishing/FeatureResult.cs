namespace Featuresmith.Publishing;

/// <summary>What became of one Feature.</summary>
/// <param name="Plan">What was planned.</param>
/// <param name="Failure">Why it was not carried out to its end; null where it was.</param>
public sealed record FeatureResult(FeaturePlan Plan, string? Failure)
{
    /// <summary>The Feature's id.</summary>
    public string Id => Plan.Id;

    /// <summary>The steps that were carried out in full, or that needed nothing.</summary>
    public IReadOnlyList<RepositoryPlan> Done { get; init; } = [];

    /// <summary>The steps that pushed something.</summary>
    public IEnumerable<RepositoryPlan> Pushed => Done.Where(step => step.Pushes);

    /// <summary>The last step in the Feature's own repository that holds now, or null.</summary>
    public RepositoryPlan? Own => Done.LastOrDefault(step => step.Id == Id);
}

/// <summary>What became of a collection.</summary>
/// <param name="Features">One result a Feature, in the order given.</param>
/// <param name="CollectionDigest">The digest of the collection's metadata in the registry; null where it could not be published.</param>
/// <param name="CollectionFailure">Why not; null where it was.</param>
public sealed record PublishOutcome(
    IReadOnlyList<FeatureResult> Features,
    string? CollectionDigest,
    string? CollectionFailure
)
{
    /// <summary>Whether anything is not as it should be.</summary>
    public bool Fails => CollectionFailure is not null || Features.Any(feature => feature.Failure is not null);
}
