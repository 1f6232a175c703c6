namespace Featuresmith.Packaging;

/// <summary>Media types and annotations of published Features (specification, devcontainer-features-distribution.md).</summary>
public static class ArtifactTypes
{
    /// <summary>Every manifest here (OCI image specification 1.1).</summary>
    public const string Manifest = "application/vnd.oci.image.manifest.v1+json";

    /// <summary>A list of manifests, by which older registries list referrers (OCI distribution specification 1.1, "Referrers tag schema").</summary>
    public const string Index = "application/vnd.oci.image.index.v1+json";

    /// <summary>The config blob, which consumers look for and which holds "{}".</summary>
    public const string Config = "application/vnd.devcontainers";

    /// <summary>A Feature's archive.</summary>
    public const string FeatureLayer = "application/vnd.devcontainers.layer.v1+tar";

    /// <summary>devcontainer-collection.json.</summary>
    public const string CollectionLayer = "application/vnd.devcontainers.collection.layer.v1+json";

    /// <summary>The annotation that holds a Feature's metadata as JSON, so that resolving it takes no download.</summary>
    public const string MetadataAnnotation = "dev.containers.metadata";

    /// <summary>The annotation that holds a blob's file name.</summary>
    public const string TitleAnnotation = "org.opencontainers.image.title";

    /// <summary>The annotation by which GitHub's registry tells packages apart.</summary>
    public const string GitHubPackageAnnotation = "com.github.package.type";

    /// <summary>The one registry whose manifests bear <see cref="GitHubPackageAnnotation"/> (containerCollectionsOCIPush.ts).</summary>
    public const string GitHubRegistry = "ghcr.io";
}
