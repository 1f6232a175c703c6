namespace Featuresmith.Migrating;

/// <summary>A file of a Feature that was written by hand.</summary>
/// <param name="Path">Its path below the template folder: that below the Feature's folder, or "test/" and that below its tests.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="IsExecutable">Whether its owner may execute it.</param>
/// <param name="IsLink">Whether it is a symbolic link, of which the bytes are those it leads to.</param>
public sealed record HandWrittenFile(string Path, ReadOnlyMemory<byte> Content, bool IsExecutable, bool IsLink);
