using Featuresmith.Packaging;

namespace Featuresmith.Publishing;

/// <summary>Where artifacts can be published.</summary>
public interface IArtifactStore : IArtifactSource
{
    /// <summary>The host by which manifests differ (<see cref="ArtifactTypes.GitHubRegistry"/>); empty for a layout.</summary>
    string Host { get; }

    /// <summary>Brings a blob into a repository, where it is not there yet.</summary>
    /// <param name="upload">The blob, and what is known about where it is.</param>
    /// <param name="sent">Is told how many bytes went out.</param>
    /// <param name="cancellation">Ends the upload; the repository's tags are untouched.</param>
    /// <exception cref="RegistryException">The registry refused or failed.</exception>
    Task PushBlobAsync(BlobUpload upload, Action<long> sent, CancellationToken cancellation);

    /// <summary>Stores a manifest under a tag or its digest.</summary>
    /// <returns>Whether the registry keeps the list of referrers itself; without a subject this says nothing.</returns>
    /// <exception cref="RegistryException">The registry refused or failed.</exception>
    Task<bool> PushManifestAsync(ManifestUpload upload, CancellationToken cancellation);
}
