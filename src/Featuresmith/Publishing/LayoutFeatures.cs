using Featuresmith.Definitions;
using Featuresmith.Packaging;

namespace Featuresmith.Publishing;

/// <summary>Reads the Features of an OCI image layout, to bring them to a registry.</summary>
public static class LayoutFeatures
{
    /// <summary>Every Feature in every version, by its own id: those under legacy ids follow from them.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>The Features, sorted by id and version.</returns>
    /// <exception cref="RegistryException">The layout is damaged.</exception>
    /// <exception cref="PackagingException">A Feature in it cannot be published.</exception>
    public static async Task<IReadOnlyList<FeatureArtifact>> ReadAsync(OciLayout layout, CancellationToken cancellation)
    {
        var artifacts = new List<FeatureArtifact>();
        foreach (var (repository, tag, digest) in layout.References())
        {
            if (SemanticVersion.TryParse(tag) is null)
            {
                continue;
            }

            var feature = await PublishedFeature.ReadAsync(layout, repository, digest, cancellation);
            if (
                feature is null
                || !repository.EndsWith($"/{feature.Metadata.Id?.Value}", StringComparison.OrdinalIgnoreCase)
            )
            {
                continue;
            }

            var archive = await layout.BlobAsync(repository, feature.Layer, cancellation);
            artifacts.Add(FeatureArtifact.FromPublished($"{repository}:{tag}", feature.MetadataText, archive));
        }

        return
        [
            .. artifacts.OrderBy(artifact => artifact.Id, StringComparer.Ordinal).ThenBy(artifact => artifact.Version),
        ];
    }
}
