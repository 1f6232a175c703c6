using System.IO.Enumeration;
using Featuresmith.Sources;

namespace Featuresmith.Validation;

/// <summary>Lists the files below a folder as packaging would take them: everything, links as links.</summary>
/// <param name="show">Turns a path into the form that messages show.</param>
internal sealed class FolderFiles(Func<string, string> show)
{
    /// <summary>The folder of a collection that holds its Features.</summary>
    public const string SourcesName = "src";

    private const UnixFileMode ReadableByAll = UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private static readonly EnumerationOptions EveryFile = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.None,
        MaxRecursionDepth = 32,
    };

    /// <summary>The files and links below a folder, sorted by path. What a link leads to is not entered.</summary>
    /// <exception cref="IOException">A folder cannot be read.</exception>
    public IReadOnlyList<FeatureFile> Below(string folder) =>
        [
            .. new FileSystemEnumerable<string>(folder, (ref entry) => entry.ToFullPath(), EveryFile)
            {
                ShouldIncludePredicate = (ref entry) => !entry.IsDirectory || IsLink(ref entry),
                ShouldRecursePredicate = (ref entry) => !IsLink(ref entry),
            }
                .Select(file => Describe(folder, file))
                .OrderBy(file => file.Path, StringComparer.Ordinal),
        ];

    private static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    private FeatureFile Describe(string folder, string file)
    {
        var link = new FileInfo(file).LinkTarget;
        // What a link leads to has a mode of its own, where it is packed.
        var mode = OperatingSystem.IsWindows() || link is not null ? ReadableByAll : File.GetUnixFileMode(file);
        return new FeatureFile(
            Path.GetRelativePath(folder, file).Replace('\\', '/'),
            mode.HasFlag(UnixFileMode.UserExecute),
            () => link is null ? SourceText.Read(file, show(file)) : ReadThrough(file)
        )
        {
            LinkTarget = link,
            IsReadableByAll = mode.HasFlag(ReadableByAll),
        };
    }

    private SourceText ReadThrough(string link)
    {
        try
        {
            return SourceText.Read(link, show(link));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It leads nowhere, in a circle, or to a folder: there is no text to look at.
            return new SourceText(show(link), "");
        }
    }
}
