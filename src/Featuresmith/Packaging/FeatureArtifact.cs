using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Packaging;

/// <summary>One Feature in one version, ready to be published: its metadata and its archive.</summary>
public sealed class FeatureArtifact
{
    /// <param name="metadata">What its devcontainer-feature.json says.</param>
    /// <param name="metadataText">The same on one line, as manifests carry it.</param>
    /// <param name="archive">The tar.</param>
    /// <exception cref="PackagingException">There is no id, or no version that can be published.</exception>
    public FeatureArtifact(FeatureMetadata metadata, string metadataText, ReadOnlyMemory<byte> archive)
    {
        var path = metadata.Syntax.Span.Source.Path;
        Metadata = metadata;
        MetadataText = metadataText;
        Archive = archive;
        Id = metadata.Id?.Value ?? throw new PackagingException(path, "has no \"id\"");
        var version = metadata.Version?.Value ?? throw new PackagingException(path, "has no \"version\"");
        Version =
            SemanticVersion.TryParse(version)
            ?? throw new PackagingException(
                path,
                $"version \"{version}\" cannot be published; write major.minor.patch, for example \"1.0.0\""
            );
        Layer = new OciDescriptor(
            ArtifactTypes.FeatureLayer,
            ContentDigest.Of(archive.Span),
            archive.Length,
            FeatureArchive.FileName(Id)
        );
    }

    /// <summary>What its devcontainer-feature.json says.</summary>
    public FeatureMetadata Metadata { get; }

    /// <summary>The metadata on one line, as manifests carry it.</summary>
    public string MetadataText { get; }

    /// <summary>The Feature's id.</summary>
    public string Id { get; }

    /// <summary>The Feature's version.</summary>
    public SemanticVersion Version { get; }

    /// <summary>The tar.</summary>
    public ReadOnlyMemory<byte> Archive { get; }

    /// <summary>Describes the tar.</summary>
    public OciDescriptor Layer { get; }

    /// <summary>The id, and the ids under which the Feature was published before.</summary>
    public IEnumerable<string> AllIds => Metadata.LegacyIds.Select(id => id.Value).Prepend(Id);

    /// <summary>The manifest for a registry.</summary>
    /// <param name="registry">The registry's host.</param>
    public byte[] Manifest(string registry) => ArtifactManifest.ForFeature(Layer, MetadataText, registry);

    /// <summary>The artifact that a registry or layout holds.</summary>
    /// <param name="name">What to call its metadata in messages.</param>
    /// <param name="metadataText">The annotation of its manifest.</param>
    /// <param name="archive">Its first layer.</param>
    /// <exception cref="PackagingException">The metadata is no JSON object, or lacks id or version.</exception>
    public static FeatureArtifact FromPublished(string name, string metadataText, ReadOnlyMemory<byte> archive)
    {
        var tree = JsonSyntaxTree.Parse(new SourceText(name, metadataText), new DiagnosticBag());
        return tree.RootObject is { } json
            ? new FeatureArtifact(FeatureMetadataReader.Read(json), metadataText, archive)
            : throw new PackagingException(name, "has metadata that is no JSON object");
    }
}
