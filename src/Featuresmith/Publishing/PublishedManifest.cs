using System.Text.Json;
using Featuresmith.Packaging;

namespace Featuresmith.Publishing;

/// <summary>A manifest as a registry holds it.</summary>
/// <param name="Digest">The digest of <paramref name="Bytes"/>.</param>
/// <param name="MediaType">What the registry calls it.</param>
/// <param name="Bytes">The manifest.</param>
public sealed record PublishedManifest(string Digest, string MediaType, ReadOnlyMemory<byte> Bytes)
{
    private readonly Lazy<JsonElement?> root = new(() => Parse(Bytes));

    /// <summary>Whether it is that of a Feature or a collection: consumers look at the config's media type (containerCollectionsOCI.ts).</summary>
    public bool IsDevContainerArtifact =>
        Member(root.Value, "config") is { } config && Text(config, "mediaType") == ArtifactTypes.Config;

    /// <summary>The layers that can be read as such; consumers use the first.</summary>
    public IReadOnlyList<OciDescriptor> Layers =>
        Member(root.Value, "layers") is { ValueKind: JsonValueKind.Array } layers
            ? [.. layers.EnumerateArray().Select(Descriptor).OfType<OciDescriptor>()]
            : [];

    /// <summary>A Feature's metadata, as one line of JSON; null where the manifest does not carry it.</summary>
    public string? MetadataText => Annotation(ArtifactTypes.MetadataAnnotation);

    /// <summary>An annotation of the manifest, or null.</summary>
    public string? Annotation(string name) => Text(Member(root.Value, "annotations"), name);

    private static OciDescriptor? Descriptor(JsonElement json) =>
        Text(json, "mediaType") is { } type
        && Text(json, "digest") is { } digest
        && ContentDigest.IsDigest(digest)
        && Member(json, "size") is { ValueKind: JsonValueKind.Number } number
        && number.TryGetInt64(out var size)
            ? new OciDescriptor(type, digest, size, Text(Member(json, "annotations"), ArtifactTypes.TitleAnnotation))
            : null;

    private static string? Text(JsonElement? json, string name) =>
        Member(json, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonElement? Member(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } map && map.TryGetProperty(name, out var value) ? value : null;

    private static JsonElement? Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
