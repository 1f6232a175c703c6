using System.Text;
using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Rendering;

namespace Featuresmith.Migrating;

/// <summary>A collection of one Feature in a temporary folder, in which templates are tried out. Gone with the object.</summary>
internal sealed class ProofFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("featuresmith-migrate-");
    private readonly CollectionRepository repository;
    private readonly string id;
    private readonly string definition;

    /// <param name="id">The Feature's id.</param>
    /// <param name="definition">The text of its definition.</param>
    public ProofFolder(string id, string definition)
    {
        this.id = id;
        this.definition = definition;
        repository = new CollectionRepository(folder.FullName);
        Directory.CreateDirectory(repository.Features);
        File.WriteAllText(repository.SettingsFile, """{ "name": "Proof", "namespace": "proof" }""");
    }

    /// <summary>What templates make.</summary>
    /// <param name="templates">The templates.</param>
    /// <returns>The Feature; a template with a mistake makes no file. Null where there is no definition.</returns>
    public RenderedFeature? Render(IEnumerable<TemplateCandidate> templates)
    {
        var templateFolder = Path.Combine(repository.Templates, id);
        if (Directory.Exists(templateFolder))
        {
            Directory.Delete(templateFolder, recursive: true);
        }

        var files = templates.Select(template => new RenderedFile(
            template.Path,
            template.Content,
            template.IsExecutable,
            ""
        ));
        var writer = new FolderWriter(templateFolder);
        writer.Apply(
            writer.Plan(
                files.Append(
                    new RenderedFile(FeatureDefinitionReader.FileName, Encoding.UTF8.GetBytes(definition), false, "")
                )
            )
        );
        return CollectionRenderer.Render(repository, [templateFolder], new DiagnosticBag()).SingleOrDefault();
    }

    public void Dispose() => folder.Delete(recursive: true);
}
