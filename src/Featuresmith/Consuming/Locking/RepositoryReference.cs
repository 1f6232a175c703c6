using System.Text.RegularExpressions;
using Featuresmith.Definitions;
using Featuresmith.Packaging;

namespace Featuresmith.Consuming.Locking;

/// <summary>What a reference asks of which registry, in the devcontainers CLI's reading (containerCollectionsOCI.ts, getRef).</summary>
/// <param name="Host">The registry.</param>
/// <param name="Repository">The path in it.</param>
/// <param name="Tag">The tag; null where a digest is asked for.</param>
/// <param name="Digest">The digest; null where a tag is asked for.</param>
public sealed partial record RepositoryReference(string Host, string Repository, string? Tag, string? Digest)
{
    // Names that the CLI replaces (getBackwardCompatibleFeatureId, getRef).
    private static readonly Dictionary<string, string> Renamed = new()
    {
        ["golang"] = "go",
        ["common"] = "common-utils",
    };
    private const string OldOwner = "devcontainers-contrib/";
    private const string NewOwner = "devcontainers-extra/";

    /// <summary>The reference that a short form such as "node" stands for; every other stands for itself.</summary>
    public static string Spelled(string id) =>
        FeatureReference.Parse(id).IsShortForm
            ? $"{ArtifactTypes.GitHubRegistry}/devcontainers/features/{Renamed.GetValueOrDefault(id, id)}:1"
            : id;

    /// <summary>Takes a reference apart.</summary>
    /// <param name="id">The reference.</param>
    /// <returns>The reference; null where it asks no registry: a folder, an archive, a bare name, or badly written.</returns>
    public static RepositoryReference? TryParse(string id)
    {
        var text = id.ToLowerInvariant();
        if (FeatureReference.Parse(text).Kind != FeatureReferenceKind.Registry)
        {
            return null;
        }

        var at = text.LastIndexOf('@');
        var colon = text.LastIndexOf(':');
        var cut =
            at >= 0 ? at
            : colon > text.LastIndexOf('/') ? colon
            : -1;
        var name = cut >= 0 ? text[..cut] : text;
        var version = cut >= 0 ? text[(cut + 1)..] : "latest";
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        var repository = name[(slash + 1)..];
        repository = repository.StartsWith(OldOwner, StringComparison.Ordinal)
            ? NewOwner + repository[OldOwner.Length..]
            : repository;
        var isWell = repository.Split('/') is { Length: > 1 } parts && parts.All(RegistryName.IsComponent);
        return !isWell ? null
            : at >= 0
                ? ContentDigest.IsDigest(version) ? new(name[..slash], repository, null, version)
                    : null
            : TagPattern().IsMatch(version) ? new(name[..slash], repository, version, null)
            : null;
    }

    [GeneratedRegex(@"\A[a-z0-9_][a-z0-9._-]{0,127}\z")]
    private static partial Regex TagPattern();
}
