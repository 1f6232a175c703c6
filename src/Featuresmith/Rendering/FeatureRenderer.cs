using System.Text;
using Featuresmith.Definitions;
using Featuresmith.Diagnostics;

namespace Featuresmith.Rendering;

/// <summary>
/// Makes a Feature's files: every template is rendered to its own path without the ending, every other file is copied,
/// and what lies under test/ goes to the tests.
/// </summary>
/// <param name="templates">The templates.</param>
/// <param name="collection">The collection's settings, which templates can read.</param>
public sealed class FeatureRenderer(TemplateSet templates, CollectionSettings collection)
{
    private const string TestFolder = "test/";

    private readonly TemplateRendering rendering = new(templates);

    /// <summary>Renders all files of a definition's folder.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="bag">Receives the mistakes in templates; a template with one makes no file.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public RenderedFeature Render(FeatureDefinition definition, DiagnosticBag bag)
    {
        var files = Directory
            .EnumerateFiles(definition.Folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(definition.Folder, file) != FeatureDefinitionReader.FileName)
            .Order(StringComparer.Ordinal)
            .Select(file => RenderFile(definition, file, bag))
            .OfType<RenderedFile>()
            .OrderBy(file => file.Path, StringComparer.Ordinal);
        var feature = new RenderedFeature(definition, [.. files]);
        if (!bag.HasErrors && MetadataAgreement.Check(feature) is { } disagreement)
        {
            bag.Add(disagreement);
        }

        return feature;
    }

    private RenderedFile? RenderFile(FeatureDefinition definition, string file, DiagnosticBag bag)
    {
        var path = Target(definition, Path.GetRelativePath(definition.Folder, file).Replace('\\', '/'));
        if (!path.EndsWith(TemplateSet.Extension, StringComparison.Ordinal))
        {
            return new RenderedFile(path, File.ReadAllBytes(file), IsExecutable(file), file)
            {
                Map = path.EndsWith(".sh", StringComparison.Ordinal) ? SourceMap.OfCopy(templates.Text(file)) : null,
            };
        }

        return rendering.Render(file, TemplateModel.For(definition, collection), bag) is var (text, map)
            ? new RenderedFile(
                path[..^TemplateSet.Extension.Length],
                Encoding.UTF8.GetBytes(text),
                // What names its interpreter is meant to be run, whatever mode a checkout gave the template.
                text.StartsWith("#!", StringComparison.Ordinal),
                templates.Text(file).Path
            )
            {
                Map = map,
            }
            : null;
    }

    private static string Target(FeatureDefinition definition, string path) =>
        path.StartsWith(TestFolder, StringComparison.Ordinal)
            ? $"test/{definition.FolderName}/{path[TestFolder.Length..]}"
            : $"src/{definition.FolderName}/{path}";

    private static bool IsExecutable(string file) =>
        !OperatingSystem.IsWindows() && File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute);
}
