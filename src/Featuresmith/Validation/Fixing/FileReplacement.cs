namespace Featuresmith.Validation.Fixing;

/// <summary>Writes a file in one move, so that it is never half written.</summary>
public static class FileReplacement
{
    /// <summary>Gives a file other content. What a link leads to is written, not the link, and the mode stays.</summary>
    /// <param name="file">The file; it is made where there is none, with its folder.</param>
    /// <param name="content">The bytes that it shall have.</param>
    /// <exception cref="IOException">The file cannot be written; what was there is unchanged.</exception>
    public static void Write(string file, ReadOnlySpan<byte> content)
    {
        var exists = File.Exists(file);
        var target = exists ? File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file : file;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
        var temporary = $"{target}.{Guid.NewGuid():N}";
        try
        {
            if (exists)
            {
                // A copy keeps the mode.
                File.Copy(target, temporary);
            }

            File.WriteAllBytes(temporary, content);
            File.Move(temporary, target, overwrite: exists);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
