namespace Featuresmith.Rendering;

/// <summary>What writing does, or would do, to a file.</summary>
public enum FolderChangeKind
{
    /// <summary>The file is new.</summary>
    Created,

    /// <summary>Its bytes or its mode differ.</summary>
    Changed,

    /// <summary>It is as it should be and is not touched.</summary>
    Left,

    /// <summary>Nothing makes it any more.</summary>
    Removed,
}

/// <summary>One file before and after.</summary>
/// <param name="Kind">What happens to it.</param>
/// <param name="Path">The path below "features", with forward slashes.</param>
/// <param name="Before">The bytes on disk; null where there is no file.</param>
/// <param name="After">What it should be; null where it should not be.</param>
public sealed record FolderChange(
    FolderChangeKind Kind,
    string Path,
    ReadOnlyMemory<byte>? Before,
    RenderedFile? After
);
