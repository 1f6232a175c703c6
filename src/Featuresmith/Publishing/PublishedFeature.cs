using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Packaging;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Publishing;

/// <summary>A Feature as a registry or layout holds it.</summary>
/// <param name="Repository">Where it lies.</param>
/// <param name="Digest">The digest of its manifest.</param>
/// <param name="Layer">Describes its archive.</param>
/// <param name="Metadata">What its devcontainer-feature.json says.</param>
/// <param name="MetadataText">The same as one text.</param>
public sealed record PublishedFeature(
    string Repository,
    string Digest,
    OciDescriptor Layer,
    FeatureMetadata Metadata,
    string MetadataText
)
{
    /// <summary>Reads a Feature: its manifest, and its archive only where the manifest does not carry the metadata.</summary>
    /// <param name="source">The registry or layout.</param>
    /// <param name="repository">The path of the Feature, such as "owner/features/hello".</param>
    /// <param name="reference">A tag or a digest.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>The Feature; null where the reference does not exist.</returns>
    /// <exception cref="RegistryException">The registry refused or failed, or what it holds is no Feature.</exception>
    public static async Task<PublishedFeature?> ReadAsync(
        IArtifactSource source,
        string repository,
        string reference,
        CancellationToken cancellation
    )
    {
        var manifest = await source.ManifestAsync(repository, reference, cancellation);
        return manifest is null ? null : await ReadAsync(source, repository, manifest, cancellation);
    }

    /// <summary>Reads the Feature of a manifest that is at hand.</summary>
    /// <inheritdoc cref="ReadAsync(IArtifactSource, string, string, CancellationToken)"/>
    public static async Task<PublishedFeature> ReadAsync(
        IArtifactSource source,
        string repository,
        PublishedManifest manifest,
        CancellationToken cancellation
    )
    {
        var name = $"{source.Name}/{repository}@{manifest.Digest}";
        if (!manifest.IsDevContainerArtifact || manifest.Layers is not [var layer, ..])
        {
            throw RegistryException.Unexpected(name, "is no Feature: its manifest is of another kind");
        }

        var text =
            manifest.MetadataText
            ?? ArchivedMetadata.Read(await source.BlobAsync(repository, layer, cancellation))
            ?? throw RegistryException.Unexpected(
                name,
                $"has no metadata, and no {FeaturePackager.MetadataName} in its archive"
            );
        var tree = JsonSyntaxTree.Parse(new SourceText(name, text), new DiagnosticBag());
        return tree.RootObject is { } json
            ? new PublishedFeature(repository, manifest.Digest, layer, FeatureMetadataReader.Read(json), text)
            : throw RegistryException.Unexpected(name, "has metadata that is no JSON object");
    }
}
