using Featuresmith.Diagnostics;
using Featuresmith.Rendering;

namespace Featuresmith.Migrating;

/// <summary>What became of a Feature that was written by hand.</summary>
/// <param name="Feature">The Feature.</param>
/// <param name="Files">Its definition and templates, with paths below the repository's root.</param>
/// <param name="Taken">By the path of a file, what its template takes from the definition.</param>
/// <param name="Different">The files of the Feature that these templates do not make as they were; none where all is well.</param>
/// <param name="Rendered">What the templates make.</param>
/// <param name="Mistakes">The mistakes in its metadata that the reader found.</param>
public sealed record MigratedFeature(
    HandWrittenFeature Feature,
    IReadOnlyList<RenderedFile> Files,
    IReadOnlyDictionary<string, string> Taken,
    IReadOnlyList<string> Different,
    RenderedFeature? Rendered,
    IReadOnlyList<Diagnostic> Mistakes
)
{
    /// <summary>Whether every byte comes back.</summary>
    public bool Succeeded => Rendered is not null && Different.Count == 0;
}
