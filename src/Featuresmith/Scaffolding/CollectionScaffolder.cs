using System.Text.Encodings.Web;
using System.Text.Json;
using Featuresmith.Rendering;

namespace Featuresmith.Scaffolding;

/// <summary>Makes the files of a new collection: settings, workflows' templates, schemas, and a first Feature.</summary>
public static class CollectionScaffolder
{
    private static readonly JsonSerializerOptions OneLine = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>All files, with paths below the repository's root.</summary>
    /// <param name="collection">What is asked for; it has no <see cref="NewCollection.Problem"/>.</param>
    /// <param name="toolVersion">The version of featuresmith that its workflows run.</param>
    public static IReadOnlyList<RenderedFile> Files(NewCollection collection, string toolVersion)
    {
        var values = new Placeholders()
            .Text("name", collection.Name)
            .Text("namespace", collection.Namespace)
            .Text("registry", collection.Registry)
            .Text("license", collection.License)
            .Text("tool-version", toolVersion)
            .Json(
                "base-images",
                string.Join(", ", collection.BaseImages.Select(image => JsonSerializer.Serialize(image, OneLine)))
            );
        return
        [
            .. CarriedFile.Below("collection/").Select(file => values.Fill(file).At("")),
            FeatureScaffolder.Schema("collection"),
            .. FeatureScaffolder.OwnFiles(collection.First),
            .. FeatureScaffolder.SharedFiles(collection.First),
        ];
    }
}
