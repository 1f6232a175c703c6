using Featuresmith.Packaging;
using Featuresmith.Syntax;

namespace Featuresmith.Publishing;

/// <summary>Publishes devcontainer-collection.json: what the registry holds now, and nothing that failed to get there.</summary>
/// <param name="store">The registry.</param>
/// <param name="collection">The collection's path.</param>
internal sealed class CollectionPublisher(IArtifactStore store, string collection)
{
    /// <summary>Publishes the metadata of Features, where it differs from what is there.</summary>
    /// <param name="results">What became of each Feature.</param>
    /// <param name="cancellation">Ends it before the tag moves.</param>
    /// <returns>The digest that the collection's tag names.</returns>
    /// <exception cref="RegistryException">The registry refused or failed.</exception>
    public async Task<string> PublishAsync(IReadOnlyList<FeatureResult> results, CancellationToken cancellation)
    {
        var repository = collection.ToLowerInvariant();
        var bytes = CollectionMetadata.Write(results.Select(Metadata).OfType<JsonObjectSyntax>());
        var layer = CollectionMetadata.Describe(bytes);
        var manifest = ArtifactManifest.ForCollection(layer, store.Host);
        var digest = ContentDigest.Of(manifest.AsSpan());
        if (await store.DigestAsync(repository, CollectionMetadata.Tag, cancellation) == digest)
        {
            return digest;
        }

        var config = new BlobUpload(repository, ArtifactManifest.Config, ArtifactManifest.ConfigBlob);
        await store.PushBlobAsync(config, _ => { }, cancellation);
        await store.PushBlobAsync(new BlobUpload(repository, layer, bytes), _ => { }, cancellation);
        await store.PushManifestAsync(
            new ManifestUpload(repository, CollectionMetadata.Tag, ArtifactTypes.Manifest, manifest),
            cancellation
        );
        return digest;
    }

    // Of a Feature that failed, what was published before it.
    private static JsonObjectSyntax? Metadata(FeatureResult result) =>
        (
            result.Own?.Artifact.Metadata
            ?? result.Plan.Steps.LastOrDefault(step => step.Id == result.Id)?.Before?.Metadata
        )?.Syntax;
}
