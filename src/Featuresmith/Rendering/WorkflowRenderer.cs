using System.Text;
using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Scriban.Runtime;

namespace Featuresmith.Rendering;

/// <summary>Makes the workflows of a CI from templates/workflows/*.yml.sbn and all definitions.</summary>
/// <remarks>
/// A template's names: <c>collection</c>, features/collection.jsonc; <c>features</c>, each with <c>id</c>; <c>base_images</c>, every
/// image that a scenario or the collection names, sorted.
/// </remarks>
public static class WorkflowRenderer
{
    /// <summary>Renders all workflows of a repository.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="bag">Receives the mistakes in the templates; a template with one makes no file.</param>
    /// <returns>The files, with paths below the repository's root; none where there are no such templates.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static IReadOnlyList<RenderedFile> Render(CollectionRepository repository, DiagnosticBag bag)
    {
        if (!Directory.Exists(repository.WorkflowTemplates))
        {
            return [];
        }

        // What is wrong with the definitions is said by whoever renders them.
        var definitions = CollectionDefinitions.Read(repository, repository.DefinitionFolders(), new DiagnosticBag());
        var templates = new TemplateSet(repository);
        var rendering = new TemplateRendering(templates);
        var model = Model(definitions);
        var files = new List<RenderedFile>();
        foreach (
            var file in Directory
                .EnumerateFiles(repository.WorkflowTemplates, $"*.yml{TemplateSet.Extension}")
                .Order(StringComparer.Ordinal)
        )
        {
            if (rendering.Render(file, model, bag) is var (text, _))
            {
                var path = $"{CollectionRepository.WorkflowsName}/{Path.GetFileNameWithoutExtension(file)}";
                files.Add(new RenderedFile(path, Encoding.UTF8.GetBytes(text), false, templates.Text(file).Path));
            }
        }

        return files;
    }

    private static ScriptObject Model(CollectionDefinitions definitions)
    {
        var ids = definitions.Features.Select(feature => feature.Metadata.Id?.Value).OfType<string>();
        var images = definitions
            .Features.SelectMany(feature => feature.Scenarios)
            .SelectMany(scenario => scenario.Bases)
            .Concat(definitions.Settings?.BaseImages ?? [])
            .Select(image => image.Value);
        return TemplateValues.Object([
            ("collection", definitions.Settings is { } settings ? TemplateValues.Object(settings.Syntax) : null),
            ("features", TemplateValues.Array(ids.Select(id => TemplateValues.Object([("id", id)])))),
            ("base_images", TemplateValues.Array(images.Distinct().Order(StringComparer.Ordinal))),
        ]);
    }
}
