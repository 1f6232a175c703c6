using Featuresmith.Definitions;
using Featuresmith.Diagnostics;

namespace Featuresmith.Rendering;

/// <summary>From templates/ to Features in memory.</summary>
public static class CollectionRenderer
{
    /// <summary>Reads and renders definitions.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="folders">The template folders to render.</param>
    /// <param name="bag">Receives every mistake in definitions and templates.</param>
    /// <returns>The Features whose definitions could be read, rendered as far as their templates allow.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static IReadOnlyList<RenderedFeature> Render(
        CollectionRepository repository,
        IEnumerable<string> folders,
        DiagnosticBag bag
    )
    {
        var definitions = CollectionDefinitions.Read(repository, folders, bag);
        if (definitions.Settings is not { } settings)
        {
            return [];
        }

        var renderer = new FeatureRenderer(new TemplateSet(repository), settings);
        return [.. definitions.Features.Select(definition => renderer.Render(definition, bag))];
    }
}
