namespace Featuresmith.Smoke;

/// <summary>Copies a folder with everything in it.</summary>
internal static class FolderCopy
{
    /// <summary>Copies files and folders, over what is there; modes are kept.</summary>
    /// <exception cref="IOException">Something cannot be read or written.</exception>
    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var folder in Directory.EnumerateDirectories(from))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }

        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }
    }
}
