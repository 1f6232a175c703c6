using System.Text.Json;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Rendering;

/// <summary>Whether the rendered devcontainer-feature.json says what the definition's metadata says.</summary>
internal static class MetadataAgreement
{
    private const string FileName = "devcontainer-feature.json";

    /// <summary>What is wrong; null where both agree.</summary>
    public static Diagnostic? Check(RenderedFeature feature)
    {
        var metadata = feature.Definition.Metadata.Syntax;
        var key = metadata.Span;
        var file = feature.Files.FirstOrDefault(file => file.Path == $"{feature.SourceFolder}/{FileName}");
        if (file is null)
        {
            return new Diagnostic(
                RenderingRules.NoMetadata,
                key.Source.Span(key.Start, key.Start + 1),
                $"no template beside this definition makes {FileName}"
            )
            {
                Help = $"add {FileName}{TemplateSet.Extension} with the line {{{{ metadata | to_json }}}}",
            };
        }

        var text = SourceText.FromBytes($"features/{file.Path}", file.Content.Span);
        var tree = JsonSyntaxTree.Parse(text, []);
        // Not the definition's own text: names of siblings are longer than what stands there.
        using var expected = JsonDocument.Parse(TemplateJson.Write(TemplateValues.Object(metadata)));
        return
            tree.Root is not null && JsonElement.DeepEquals(JsonSyntaxTree.ToElement(tree.Root), expected.RootElement)
            ? null
            : new Diagnostic(
                RenderingRules.NoMetadata,
                key.Source.Span(key.Start, key.Start + 1),
                $"{file.Origin} makes a {FileName} that differs from this metadata"
            )
            {
                Help = "let it say {{ metadata | to_json }}",
            };
    }
}
