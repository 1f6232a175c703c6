using System.Globalization;
using System.Text;

namespace Featuresmith.Packaging;

/// <summary>
/// The manifests of Features and collections, with the keys, order and bytes of the devcontainers CLI
/// (containerCollectionsOCIPush.ts, calculateManifestAndContentDigest), so that equal content has an equal digest.
/// </summary>
public static class ArtifactManifest
{
    /// <summary>The bytes of every config blob.</summary>
    public static ReadOnlyMemory<byte> ConfigBlob { get; } = "{}"u8.ToArray();

    /// <summary>Describes <see cref="ConfigBlob"/>.</summary>
    public static OciDescriptor Config { get; } =
        new(ArtifactTypes.Config, ContentDigest.Of(ConfigBlob.Span), ConfigBlob.Length);

    /// <summary>A Feature's manifest.</summary>
    /// <param name="layer">Its archive.</param>
    /// <param name="metadata">Its metadata, as <see cref="EcmaJson"/> writes it.</param>
    /// <param name="registry">The registry's host.</param>
    public static byte[] ForFeature(OciDescriptor layer, string metadata, string registry) =>
        Write(layer, (ArtifactTypes.MetadataAnnotation, metadata), GitHubType(registry, "devcontainer_feature"));

    /// <summary>A collection's manifest.</summary>
    /// <param name="layer">Its devcontainer-collection.json.</param>
    /// <param name="registry">The registry's host.</param>
    public static byte[] ForCollection(OciDescriptor layer, string registry) =>
        Write(layer, GitHubType(registry, "devcontainer_collection"));

    private static (string, string)? GitHubType(string registry, string type) =>
        registry == ArtifactTypes.GitHubRegistry ? (ArtifactTypes.GitHubPackageAnnotation, type) : null;

    private static byte[] Write(OciDescriptor layer, params (string Name, string Value)?[] annotations)
    {
        var present = annotations.OfType<(string Name, string Value)>().ToList();
        var text = new StringBuilder("{\"schemaVersion\":2,\"mediaType\":")
            .Append(EcmaJson.Quote(ArtifactTypes.Manifest))
            .Append(",\"config\":{")
            .Append(Fields(Config))
            .Append("},\"layers\":[{")
            .Append(Fields(layer))
            .Append(Annotations(layer.Title is { } title ? [(ArtifactTypes.TitleAnnotation, title)] : []))
            .Append("}]")
            .Append(Annotations(present))
            .Append('}');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Fields(OciDescriptor descriptor) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"\"mediaType\":{EcmaJson.Quote(descriptor.MediaType)},\"digest\":\"{descriptor.Digest}\",\"size\":{descriptor.Size}"
        );

    private static string Annotations(IReadOnlyCollection<(string Name, string Value)> annotations) =>
        annotations.Count == 0
            ? ""
            : $",\"annotations\":{{{string.Join(',', annotations.Select(pair => $"{EcmaJson.Quote(pair.Name)}:{EcmaJson.Quote(pair.Value)}"))}}}";
}
