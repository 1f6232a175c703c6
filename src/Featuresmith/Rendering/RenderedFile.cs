namespace Featuresmith.Rendering;

/// <summary>One file of the collection, in memory.</summary>
/// <param name="Path">The path below "features", with forward slashes.</param>
/// <param name="Content">The bytes.</param>
/// <param name="IsExecutable">Whether everybody may execute it.</param>
/// <param name="Origin">The template or file that it was made from, as messages show it.</param>
public sealed record RenderedFile(string Path, ReadOnlyMemory<byte> Content, bool IsExecutable, string Origin)
{
    /// <summary>Which part of which template made each part; null for files that are no text of ours to trace.</summary>
    public SourceMap? Map { get; init; }
}
