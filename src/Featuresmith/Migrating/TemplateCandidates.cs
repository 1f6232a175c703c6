using Featuresmith.Definitions;
using Featuresmith.Rendering;
using Featuresmith.Sources;

namespace Featuresmith.Migrating;

/// <summary>
/// The ways to make a file, the one that takes most from the definition first. Whether one gives the same bytes is found out by
/// rendering it, not here.
/// </summary>
/// <param name="metadata">The Feature's metadata, read from the file that was written by hand.</param>
internal sealed class TemplateCandidates(FeatureMetadata metadata)
{
    private const string InstallName = "install.sh";

    // In one layout, or in its author's.
    private static readonly string[] MetadataNames = ["metadata | to_json", "metadata_text"];

    public IEnumerable<TemplateCandidate> For(HandWrittenFile file) =>
        file.Path switch
        {
            HandWrittenFeature.MetadataName => [.. Metadata(file), .. Copies(file)],
            InstallName => [.. Install(file), .. Copies(file)],
            _ => Copies(file),
        };

    // A copy of a file that looks like a template would be rendered.
    private static IEnumerable<TemplateCandidate> Copies(HandWrittenFile file) =>
        file.Path.EndsWith(TemplateSet.Extension, StringComparison.Ordinal)
            ? [TemplateCandidate.Template(file, TemplateCandidate.Literal(Text(file)), null)]
            : [TemplateCandidate.Copy(file)];

    private IEnumerable<TemplateCandidate> Metadata(HandWrittenFile file)
    {
        var span = metadata.Syntax.Span;
        var (head, tail) = (span.Source.Text[..span.Start], span.Source.Text[span.End..]);
        return from name in MetadataNames
            select TemplateCandidate.Template(
                file,
                $"{TemplateCandidate.Literal(head)}{{{{ {name} }}}}{TemplateCandidate.Literal(tail)}",
                "all of it"
            );
    }

    private IEnumerable<TemplateCandidate> Install(HandWrittenFile file)
    {
        var defaults = new StatedDefaults(metadata);
        var text = defaults.Replace(TemplateCandidate.Literal(Text(file)));
        return defaults.Count == 0
            ? []
            :
            [
                TemplateCandidate.Template(
                    file,
                    text,
                    defaults.Count == 1 ? "one default" : $"{defaults.Count} defaults"
                ),
            ];
    }

    private static string Text(HandWrittenFile file) => SourceText.FromBytes(file.Path, file.Content.Span).Text;
}
