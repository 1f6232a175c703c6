namespace Featuresmith.Packaging;

/// <summary>One file or link of a Feature, as its archive holds it.</summary>
/// <param name="Path">The path below the Feature's folder, with forward slashes.</param>
/// <param name="IsExecutable">Whether it can be run.</param>
/// <param name="Content">The bytes; empty for a link.</param>
/// <param name="LinkTarget">Where a link leads; null for a file.</param>
public sealed record ArchiveEntry(
    string Path,
    bool IsExecutable,
    ReadOnlyMemory<byte> Content,
    string? LinkTarget = null
);
