using Featuresmith.Syntax;

namespace Featuresmith.Definitions;

/// <summary>Reads the object of devcontainer-feature.json, or the "metadata" of a definition, which is the same.</summary>
public static class FeatureMetadataReader
{
    /// <summary>Takes every value that has the right kind; the others count as absent.</summary>
    public static FeatureMetadata Read(JsonObjectSyntax json) =>
        new(
            json,
            json.String("id"),
            json.String("version"),
            json.String("name"),
            json.String("description"),
            [.. (json.Object("options")?.Members ?? []).Select(ReadOption).OfType<FeatureOption>()],
            json.String("entrypoint")
        );

    private static FeatureOption? ReadOption(JsonMemberSyntax member) =>
        member.Value is JsonObjectSyntax json
            ? new FeatureOption(
                member.Key,
                json.String("type"),
                json["default"],
                json.Strings("enum"),
                json.Strings("proposals"),
                json.String("description")
            )
            : null;
}
