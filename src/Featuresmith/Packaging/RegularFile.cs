using System.Formats.Tar;

namespace Featuresmith.Packaging;

/// <summary>Tells files from pipes, sockets and devices without opening them: who opens a pipe waits for somebody to write to it.</summary>
internal static class RegularFile
{
    // Where a tar header says what an entry is (POSIX.1-1988 ustar, "typeflag").
    private const int TypeOffset = 156;

    /// <summary>Whether a path, which is no folder and no link, is a file.</summary>
    public static bool Is(FileInfo path) =>
        path.Length > 0 || OperatingSystem.IsWindows() || IsByItsType(path.FullName);

    // .NET tells the type of a path nowhere but in the archives that it writes. Only what has no length gets here, so nothing is copied.
    private static bool IsByItsType(string path)
    {
        using var archive = new MemoryStream();
        try
        {
            using var tar = new TarWriter(archive, TarEntryFormat.Ustar, leaveOpen: true);
            tar.WriteEntry(path, "entry");
        }
        catch (IOException)
        {
            // A socket has no place in an archive.
            return false;
        }

        return archive.GetBuffer()[TypeOffset] == (byte)TarEntryType.RegularFile;
    }
}
