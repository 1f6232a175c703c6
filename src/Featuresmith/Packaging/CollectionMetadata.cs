using System.Text;
using Featuresmith.Syntax;

namespace Featuresmith.Packaging;

/// <summary>devcontainer-collection.json: the metadata of all Features of a collection (specification, "Distribution").</summary>
public static class CollectionMetadata
{
    /// <summary>The file's name.</summary>
    public const string FileName = "devcontainer-collection.json";

    /// <summary>The one tag that a collection has.</summary>
    public const string Tag = "latest";

    /// <summary>The file's bytes, in the layout of the devcontainers CLI: four blanks a level, no line end at the end.</summary>
    /// <param name="features">The metadata of each Feature, in the order of the file.</param>
    public static byte[] Write(IEnumerable<JsonObjectSyntax> features)
    {
        const string Head =
            "{\n    \"sourceInformation\": {\n        \"source\": \"featuresmith\"\n    },\n    \"features\": [";
        var entries = features.Select(feature => "\n        " + Indented(feature)).ToList();
        var tail = entries.Count > 0 ? "\n    ]\n}" : "]\n}";
        return Encoding.UTF8.GetBytes(Head + string.Join(',', entries) + tail);
    }

    // A string of JSON has no line ends of its own, so every one here is layout.
    private static string Indented(JsonObjectSyntax feature) =>
        EcmaJson.Write(feature, indent: 4).Replace("\n", "\n        ", StringComparison.Ordinal);

    /// <summary>Describes the file.</summary>
    public static OciDescriptor Describe(ReadOnlySpan<byte> bytes) =>
        new(ArtifactTypes.CollectionLayer, ContentDigest.Of(bytes), bytes.Length, FileName);
}
