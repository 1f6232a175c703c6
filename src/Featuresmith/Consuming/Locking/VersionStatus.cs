namespace Featuresmith.Consuming.Locking;

/// <summary>Which versions of a Feature there are, as the devcontainers CLI tells them (loadVersionInfo). Null where there is none.</summary>
/// <param name="Id">The Feature as devcontainer.json names it.</param>
/// <param name="Current">What is locked; where nothing is, what would be taken.</param>
/// <param name="Wanted">The newest that the reference allows.</param>
/// <param name="Latest">The newest of all.</param>
public sealed record VersionStatus(string Id, string? Current, string? Wanted, string? Latest)
{
    /// <summary>Whether something newer than the current version is to be had.</summary>
    public bool IsOutdated => (Wanted is not null && Wanted != Current) || (Latest is not null && Latest != Current);
}
