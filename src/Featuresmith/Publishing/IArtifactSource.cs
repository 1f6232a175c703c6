using Featuresmith.Packaging;

namespace Featuresmith.Publishing;

/// <summary>
/// Where published artifacts can be read: a registry or an OCI image layout. A repository is a path such as "owner/features/hello",
/// a reference a tag or a digest.
/// </summary>
public interface IArtifactSource
{
    /// <summary>What people call it: the registry's host, or "oci-layout:" and the folder.</summary>
    string Name { get; }

    /// <summary>All tags of a repository, in no order; none where there is no such repository.</summary>
    /// <exception cref="RegistryException">The registry refused or failed.</exception>
    Task<IReadOnlyList<string>> TagsAsync(string repository, CancellationToken cancellation);

    /// <summary>The digest that a reference stands for, or null where there is none.</summary>
    /// <exception cref="RegistryException">The registry refused or failed.</exception>
    Task<string?> DigestAsync(string repository, string reference, CancellationToken cancellation);

    /// <summary>The manifest that a reference stands for, or null where there is none.</summary>
    /// <exception cref="RegistryException">The registry refused or failed, or its bytes do not have the digest asked for.</exception>
    Task<PublishedManifest?> ManifestAsync(string repository, string reference, CancellationToken cancellation);

    /// <summary>The bytes of a blob, checked against size and digest.</summary>
    /// <exception cref="RegistryException">The registry refused or failed, lacks the blob, or sent other bytes.</exception>
    Task<byte[]> BlobAsync(string repository, OciDescriptor blob, CancellationToken cancellation);
}
