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

    /// <summary>Files above this size in bytes are not read: no person wrote them.</summary>
    public const long LargestText = 4 * 1024 * 1024;

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
        var info = new FileInfo(file);
        var link = info.LinkTarget;
        // What a link leads to may be a folder, which has none.
        var length = link is null ? info.Length : 0;
        // What a link leads to has a mode of its own, where it is packed.
        var mode = OperatingSystem.IsWindows() || link is not null ? ReadableByAll : File.GetUnixFileMode(file);
        return new FeatureFile(
            Path.GetRelativePath(folder, file).Replace('\\', '/'),
            mode.HasFlag(UnixFileMode.UserExecute),
            () =>
                link is not null ? ReadThrough(file)
                : length > LargestText ? new SourceText(show(file), "")
                : SourceText.Read(file, show(file))
        )
        {
            Length = length,
            LinkTarget = link,
            IsReadableByAll = mode.HasFlag(ReadableByAll),
        };
    }

    private SourceText ReadThrough(string link)
    {
        try
        {
            var target = new FileInfo(link).ResolveLinkTarget(returnFinalTarget: true) as FileInfo;
            return target is { Length: <= LargestText }
                ? SourceText.Read(link, show(link))
                : new SourceText(show(link), "");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It leads nowhere, in a circle, or to a folder: there is no text to look at.
            return new SourceText(show(link), "");
        }
    }
}
