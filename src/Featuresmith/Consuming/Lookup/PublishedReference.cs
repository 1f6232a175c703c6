using System.Text.RegularExpressions;
using Featuresmith.Definitions;
using Featuresmith.Packaging;

namespace Featuresmith.Consuming.Lookup;

/// <summary>A reference to a Feature in a registry, taken apart as the devcontainers CLI does (containerCollectionsOCI.ts, getRef).</summary>
/// <param name="Host">The registry's host, with its port where it has one.</param>
/// <param name="Repository">The path in the registry.</param>
/// <param name="Version">The tag or digest; null where there is none.</param>
public sealed partial record PublishedReference(string Host, string Repository, string? Version)
{
    /// <summary>What the registry is asked for.</summary>
    public string Tag => Version ?? "latest";

    /// <summary>The reference without tag or digest.</summary>
    public string Unversioned => $"{Host}/{Repository}";

    /// <summary>The reference with another tag or digest.</summary>
    public string With(string version) => Unversioned + (ContentDigest.IsDigest(version) ? "@" : ":") + version;

    /// <summary>Takes a reference apart.</summary>
    /// <exception cref="ReferenceException">It is none of a registry, or not well written.</exception>
    public static PublishedReference Parse(FeatureReference reference)
    {
        if (reference.Kind == FeatureReferenceKind.Archive)
        {
            throw new ReferenceException(
                $"{reference.Text} is the address of an archive, which says nothing about itself; name the Feature in a registry"
            );
        }

        var name = reference.Unversioned;
        var cut = name.IndexOf('/', StringComparison.Ordinal);
        if (reference.Kind == FeatureReferenceKind.Release || cut < 0)
        {
            throw new ReferenceException(
                $"\"{reference.Text}\" names no registry; write HOST/OWNER/{reference.Id}, ./{reference.Id} for a folder, or a short name"
            );
        }

        // Registries know lower case only, and the CLI makes it so.
        var repository = name[(cut + 1)..].ToLowerInvariant();
        if (!repository.Split('/').All(RegistryName.IsComponent) || !IsVersion(reference.Version))
        {
            throw new ReferenceException(
                $"\"{reference.Text}\" is not well written; a reference is HOST/OWNER/ID, with :TAG or @sha256:DIGEST or without"
            );
        }

        return new PublishedReference(name[..cut].ToLowerInvariant(), repository, reference.Version);
    }

    private static bool IsVersion(string? version) =>
        version is null || ContentDigest.IsDigest(version) || Tagged().IsMatch(version);

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9._-]{0,127}\z")]
    private static partial Regex Tagged();
}
