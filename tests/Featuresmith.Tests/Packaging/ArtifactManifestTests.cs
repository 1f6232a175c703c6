using Featuresmith.Packaging;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Packaging;

public class ArtifactManifestTests
{
    private static readonly OciDescriptor Layer = new(
        ArtifactTypes.FeatureLayer,
        "sha256:0bb92d2da46d760c599d0a41ed88d52521209408b529761417090b62ee16dfd1",
        3584,
        "devcontainer-feature-color.tgz"
    );

    // The vector that the devcontainers CLI states beside its own code (containerCollectionsOCIPush.ts, containerFeaturesOCIPush.test.ts).
    private const string Metadata =
        """{"id":"color","version":"1.0.0","name":"A feature to remind you of your favorite color","options":{"favorite":{"type":"string","enum":["red","gold","green"],"default":"red","description":"Choose your favorite color."}}}""";

    [Test]
    public void The_manifest_of_the_devcontainers_CLI_for_the_same_archive_has_the_same_digest() =>
        ContentDigest
            .Of(ArtifactManifest.ForFeature(Layer, Metadata, ArtifactTypes.GitHubRegistry).AsSpan())
            .ShouldBe("sha256:dd328c25cc7382aaf4e9ee10104425d9a2561b47fe238407f6c0f77b3f8409fc");

    [Test]
    public void Only_one_registry_is_told_the_type_of_package() =>
        ArtifactManifest
            .ForFeature(Layer, Metadata, "registry.example.test")
            .ShouldNotBe(ArtifactManifest.ForFeature(Layer, Metadata, ArtifactTypes.GitHubRegistry));

    [Test]
    public void A_collection_has_no_annotations_of_its_own() =>
        System
            .Text.Encoding.UTF8.GetString(
                ArtifactManifest.ForCollection(CollectionMetadata.Describe("[]"u8), "registry.example.test")
            )
            .ShouldEndWith("\"annotations\":{\"org.opencontainers.image.title\":\"devcontainer-collection.json\"}}]}");
}
