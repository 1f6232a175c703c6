using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Rendering;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Scaffolding;

/// <summary>Makes the files of a new Feature: its definition, templates, scenarios and notes, and the parts that they include.</summary>
public static class FeatureScaffolder
{
    private const string SchemaFolder = "schemas/";

    /// <summary>The Feature's own files, in its folder of templates/.</summary>
    /// <param name="feature">What is asked for; it has no <see cref="NewFeature.Problem"/>.</param>
    /// <returns>The files, with paths below the repository's root.</returns>
    public static IReadOnlyList<RenderedFile> OwnFiles(NewFeature feature) =>
        [.. Filled(feature).Select(file => file.At($"{CollectionRepository.TemplatesName}/{feature.Id}/"))];

    /// <summary>What the Feature's files refer to, and several Features share: parts, and the schema for editors.</summary>
    /// <inheritdoc cref="OwnFiles"/>
    public static IReadOnlyList<RenderedFile> SharedFiles(NewFeature feature) =>
        [
            Schema(FeatureDefinitionReader.SchemaName),
            .. SharedPartials
                .NeededBy(Filled(feature).Select(file => file.Text))
                .Select(part => part.At($"{CollectionRepository.TemplatesName}/")),
        ];

    /// <summary>One of our schemas, at the place where definitions and settings name it.</summary>
    internal static RenderedFile Schema(string name) =>
        new CarriedFile($"{name}.schema.json", SchemaCheck.SchemaText(name)).At(SchemaFolder);

    private static IEnumerable<CarriedFile> Filled(NewFeature feature)
    {
        var values = new Placeholders()
            .Text("id", feature.Id)
            .Text("name", feature.ShownName)
            .Text("package", feature.Package ?? feature.Id)
            .Text("url", feature.Url)
            .Text("release", feature.Release)
            .Text(
                "shell-url",
                feature
                    .Url?.Replace("{version}", "${version}", StringComparison.Ordinal)
                    .Replace("{machine}", "${machine}", StringComparison.Ordinal)
            );
        if (feature.Scaffold == "docker-family")
        {
            var family = Family();
            values
                .Json("family-options", AsWritten(family.Object("metadata")!["options"]!, feature.Id))
                .Json("family-downloads", AsWritten(family["downloads"]!, feature.Id));
        }

        return FeatureScaffold.Find(feature.Scaffold)!.Files.Select(values.Fill);
    }

    // The definition of docker-in-docker, whose parts the scaffold takes: they read its options.
    private static JsonObjectSyntax Family()
    {
        const string path = "templates/docker-in-docker/feature.jsonc";
        return JsonSyntaxTree.Parse(new SourceText(path, CarriedFile.OfCollection(path)), []).RootObject!;
    }

    private static string AsWritten(JsonValueSyntax value, string id) =>
        value
            .Span.Source.Text[value.Span.Start..value.Span.End]
            .Replace("/docker-in-docker/", $"/{id}/", StringComparison.Ordinal);
}
