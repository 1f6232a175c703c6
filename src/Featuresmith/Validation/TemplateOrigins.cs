using System.Text;
using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Rendering;
using Featuresmith.Sources;

namespace Featuresmith.Validation;

/// <summary>Moves what was found in a rendered script to the template that made it, where a person can mend it.</summary>
public sealed class TemplateOrigins
{
    private readonly Dictionary<string, RenderedFile> files;
    private readonly Func<string, string> showTemplate;

    /// <param name="features">What the templates make.</param>
    /// <param name="show">The path of a rendered file as findings show it.</param>
    /// <param name="showTemplate">
    /// Turns a template's path from the repository's root into the form that findings show; left out, it stays.
    /// </param>
    public TemplateOrigins(
        IEnumerable<RenderedFeature> features,
        Func<RenderedFile, string> show,
        Func<string, string>? showTemplate = null
    )
    {
        this.showTemplate = showTemplate ?? (path => path);
        // JSON is made from the definition as a whole, so that one statement of its template made all of it.
        files = features
            .SelectMany(feature => feature.Files)
            .Where(file => file.Map is not null && !file.Path.EndsWith(".json", StringComparison.Ordinal))
            .ToDictionary(show, StringComparer.Ordinal);
    }

    /// <summary>The templates of the repository around a path, if it has any.</summary>
    /// <param name="path">A file or folder.</param>
    /// <param name="show">Turns a path into the form that findings show.</param>
    /// <exception cref="IOException">A template cannot be read.</exception>
    public static TemplateOrigins Around(string path, Func<string, string> show)
    {
        var repository = CollectionRepository.Find(Path.GetFullPath(path));
        // Mistakes in definitions and templates are found where those are checked.
        var features = repository is null
            ? []
            : CollectionRenderer.Render(repository, repository.DefinitionFolders(), new DiagnosticBag());
        return new TemplateOrigins(
            features,
            file => show(Path.Combine(repository!.Features, file.Path)),
            path => show(Path.Combine(repository!.Root, path))
        );
    }

    /// <summary>A finding with its place in the template, and the rendered place beside it; others as they are.</summary>
    public Diagnostic Trace(Diagnostic diagnostic) =>
        Trace(diagnostic.Span) is { } origin
            ? diagnostic with
            {
                Span = origin,
                Related = [.. diagnostic.Related, new RelatedSpan(diagnostic.Span, "in the generated file")],
            }
            : diagnostic;

    // A file that somebody changed after it was rendered is no longer what the map describes.
    private SourceSpan? Trace(SourceSpan span) =>
        files.TryGetValue(span.Path, out var file)
        && Encoding.UTF8.GetString(file.Content.Span) == span.Source.Text
        && file.Map!.Trace(span.Start, span.End) is { } origin
            ? new SourceText(showTemplate(origin.Path), origin.Source.Text).Span(origin.Start, origin.End)
            : null;
}
