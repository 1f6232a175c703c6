using System.Text;
using Featuresmith.Sources;
using Featuresmith.Validation;
using Featuresmith.Validation.Fixing;

namespace Featuresmith.Consuming.Editing;

/// <summary>A devcontainer.json before and after an edit.</summary>
/// <param name="File">The file, absolute.</param>
/// <param name="Before">The text on disk; null where there is no file.</param>
/// <param name="After">The text that it should have; null where the file should go.</param>
public sealed record DevContainerEdit(string File, SourceText? Before, string? After)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Whether anything changes.</summary>
    public bool ChangesAnything => Before?.Text != After;

    /// <summary>The bytes that the file should have, with a byte order mark where it had one; null where the file should go.</summary>
    public byte[]? Content =>
        After is null
            ? null
            : [.. Before is { HasByteOrderMark: true } ? Encoding.UTF8.Preamble : [], .. Utf8.GetBytes(After)];

    /// <summary>The text as it will be, at the file's place; empty where the file goes.</summary>
    /// <param name="show">Turns a path into the form that messages show.</param>
    public SourceText AfterSource(Func<string, string> show) => new(Before?.Path ?? show(File), After ?? "");

    /// <summary>
    /// Carries the edit out, in one move, so that the file is never half written. A link is followed, and the mode stays. A file that
    /// goes takes its folder .devcontainer along where nothing else is in it.
    /// </summary>
    /// <exception cref="IOException">The file cannot be written, or was changed since it was read.</exception>
    public void Apply()
    {
        if (!ChangesAnything)
        {
            return;
        }

        if (!IsAsRead())
        {
            throw new IOException($"{File} was changed while it was edited; nothing was written");
        }

        if (Content is { } content)
        {
            FileReplacement.Write(File, content);
            return;
        }

        System.IO.File.Delete(File);
        var folder = Path.GetDirectoryName(File)!;
        if (
            Path.GetFileName(folder) == DevContainerFile.FolderName
            && !Directory.EnumerateFileSystemEntries(folder).Any()
        )
        {
            Directory.Delete(folder);
        }
    }

    private bool IsAsRead() =>
        Before is null
            ? !System.IO.File.Exists(File)
            : System.IO.File.ReadAllBytes(File) is var bytes
                && SourceText.FromBytes(Before.Path, bytes) is var now
                && now.Text == Before.Text
                && now.HasByteOrderMark == Before.HasByteOrderMark;
}
