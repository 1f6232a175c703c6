namespace Featuresmith.Consuming.Locking;

/// <summary>One record of a lock file (specification, devcontainer-lockfile.md).</summary>
/// <param name="Id">The Feature as devcontainer.json, or the Feature that depends on it, names it.</param>
/// <param name="Version">Its version.</param>
/// <param name="Resolved">Where it came from: repository and digest, or the archive's address.</param>
/// <param name="Integrity">The digest of its manifest, or of the archive.</param>
/// <param name="DependsOn">The Features that it depends on, as it names them.</param>
public sealed record LockedFeature(
    string Id,
    string? Version,
    string Resolved,
    string Integrity,
    IReadOnlyList<string> DependsOn
);
