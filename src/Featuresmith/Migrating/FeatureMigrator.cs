using System.Text;
using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Rendering;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Migrating;

/// <summary>
/// Turns a Feature that was written by hand into a definition with templates that make it again, byte for byte. Proved by rendering:
/// a template that gives other bytes gives way to the next, which takes less from the definition, down to a copy.
/// </summary>
/// <param name="show">Turns a path into the form that messages show.</param>
public sealed class FeatureMigrator(Func<string, string> show)
{
    /// <summary>Migrates a Feature in memory and in a temporary folder; the repository is not touched.</summary>
    /// <param name="feature">The Feature; it has no <see cref="HandWrittenFeature.Problem"/>.</param>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public MigratedFeature Migrate(HandWrittenFeature feature)
    {
        var bag = new DiagnosticBag();
        var file = Path.Combine(feature.Folder, HandWrittenFeature.MetadataName);
        var tree = JsonSyntaxTree.Parse(SourceText.Read(file, show(file)), bag);
        if (tree.RootObject is not { } json)
        {
            return new MigratedFeature(feature, [], new Dictionary<string, string>(), [], null, [.. bag]);
        }

        var candidates = new TemplateCandidates(FeatureMetadataReader.Read(json));
        var left = feature.Files.ToDictionary(
            original => original.Path,
            original => new Queue<TemplateCandidate>(candidates.For(original))
        );
        using var proof = new ProofFolder(feature.Id, Definition(json));
        while (true)
        {
            var rendered = proof.Render(left.Values.Select(queue => queue.Peek()));
            var different = Different(feature, rendered);
            var improvable = different.Where(path => left.GetValueOrDefault(path)?.Count > 1).ToList();
            if (improvable.Count == 0)
            {
                return Result(
                    feature,
                    Definition(json),
                    left.Values.Select(queue => queue.Peek()),
                    different,
                    rendered,
                    bag
                );
            }

            improvable.ForEach(path => left[path].Dequeue());
        }
    }

    private static MigratedFeature Result(
        HandWrittenFeature feature,
        string definition,
        IEnumerable<TemplateCandidate> chosen,
        IReadOnlyList<string> different,
        RenderedFeature? rendered,
        DiagnosticBag bag
    )
    {
        var folder = $"{CollectionRepository.TemplatesName}/{feature.Id}";
        var templates = chosen.ToList();
        return new MigratedFeature(
            feature,
            [
                new RenderedFile(
                    $"{folder}/{FeatureDefinitionReader.FileName}",
                    Encoding.UTF8.GetBytes(definition),
                    false,
                    feature.Folder
                ),
                .. templates.Select(template => new RenderedFile(
                    $"{folder}/{template.Path}",
                    template.Content,
                    template.IsExecutable,
                    feature.Folder
                )),
            ],
            templates
                .Where(template => template.Says is not null)
                .ToDictionary(template => template.Path[..^TemplateSet.Extension.Length], template => template.Says!),
            different,
            rendered,
            [.. bag]
        );
    }

    // Comments and layout are the author's.
    private static string Definition(JsonObjectSyntax metadata) =>
        $$"""
            {
              "$schema": "../../schemas/feature-definition.schema.json",
              "metadata": {{JsonText.Indented(JsonText.AsWritten(metadata), "  ")}}
            }

            """.ReplaceLineEndings("\n");

    private static List<string> Different(HandWrittenFeature feature, RenderedFeature? rendered)
    {
        var made = (rendered?.Files ?? []).ToDictionary(file => file.Path);
        return
        [
            .. from original in feature.Files
            let file = made.GetValueOrDefault(Made(feature.Id, original.Path))
            where
                file is null
                || !file.Content.Span.SequenceEqual(original.Content.Span)
                || file.IsExecutable != original.IsExecutable
            select original.Path,
        ];
    }

    private static string Made(string id, string path) =>
        path.StartsWith("test/", StringComparison.Ordinal) ? $"test/{id}/{path["test/".Length..]}" : $"src/{id}/{path}";
}
