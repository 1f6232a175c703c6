using System.IO.Enumeration;
using Featuresmith.Definitions;

namespace Featuresmith.Migrating;

/// <summary>A Feature's folder, and that of its tests, before they have a definition.</summary>
/// <param name="Id">The folder's name.</param>
/// <param name="Folder">The Feature's folder.</param>
/// <param name="TestFolder">The folder of its tests; null where there is none.</param>
/// <param name="Files">All files, sorted by path.</param>
/// <param name="LeftOut">What lies there without being part of it, such as node_modules, and links to folders.</param>
public sealed record HandWrittenFeature(
    string Id,
    string Folder,
    string? TestFolder,
    IReadOnlyList<HandWrittenFile> Files,
    IReadOnlyList<string> LeftOut
)
{
    /// <summary>The file that makes a folder a Feature.</summary>
    public const string MetadataName = "devcontainer-feature.json";

    /// <summary>The folder of templates whose files go to the tests.</summary>
    private const string TestName = "test";

    /// <summary>Why it cannot become a definition, with the way out; null where it can.</summary>
    public string? Problem()
    {
        if (Files.FirstOrDefault(file => file.Path == FeatureDefinitionReader.FileName) is { } definition)
        {
            return $"{Folder} has a {definition.Path} already, which is the name of a definition; rename it";
        }

        // Below the template folder there is one "test", and it is the tests'.
        return Directory.Exists(Path.Combine(Folder, TestName))
            ? $"{Folder} has a folder \"{TestName}\" of its own, which a template folder keeps for the Feature's tests; rename it"
            : null;
    }

    /// <summary>The folders of Features at a path: a Feature's own, a folder of them, or a collection with src/ or features/src/.</summary>
    /// <param name="path">An existing folder.</param>
    /// <returns>Absolute paths, sorted; none where there is no Feature.</returns>
    public static IReadOnlyList<string> Find(string path)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (IsFeature(root))
        {
            return [root];
        }

        string[] places = [Path.Combine(root, "src"), Path.Combine(root, "features", "src"), root];
        return places
                .Where(Directory.Exists)
                .Select(place =>
                    Directory.EnumerateDirectories(place).Where(IsFeature).Order(StringComparer.Ordinal).ToList()
                )
                .FirstOrDefault(features => features.Count > 0)
            ?? [];
    }

    /// <summary>Reads a Feature. Its tests are looked for in test/&lt;id&gt; beside the folder src that it lies in.</summary>
    /// <param name="folder">The Feature's folder, absolute.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static HandWrittenFeature Read(string folder)
    {
        var id = Path.GetFileName(folder);
        var tests = Path.Combine(folder, "..", "..", TestName, id);
        var hasTests = Path.GetFileName(Path.GetDirectoryName(folder)) == "src" && Directory.Exists(tests);
        var testFolder = hasTests ? Path.GetFullPath(tests) : null;
        var leftOut = new List<string>();
        return new HandWrittenFeature(
            id,
            folder,
            testFolder,
            [
                .. ReadFolder(folder, "", leftOut)
                    .Concat(testFolder is null ? [] : ReadFolder(testFolder, $"{TestName}/", leftOut))
                    .OrderBy(file => file.Path, StringComparer.Ordinal),
            ],
            leftOut
        );
    }

    private static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    private static bool IsFeature(string folder) => File.Exists(Path.Combine(folder, MetadataName));

    private static IEnumerable<HandWrittenFile> ReadFolder(string folder, string prefix, List<string> leftOut)
    {
        // A link to a folder is not gone into: it may lead anywhere, round and round too.
        var files = new FileSystemEnumerable<string>(
            folder,
            (ref FileSystemEntry entry) => entry.ToFullPath(),
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }
        )
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory || IsLink(ref entry),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsLink(ref entry),
        };
        foreach (var file in files)
        {
            var path = Path.GetRelativePath(folder, file).Replace('\\', '/');
            if (Leftovers.In(path) is { } leftover)
            {
                if (!leftOut.Contains(prefix + leftover))
                {
                    leftOut.Add(prefix + leftover);
                }

                continue;
            }

            if (Directory.Exists(file))
            {
                leftOut.Add($"{prefix}{path}");
                continue;
            }

            yield return new HandWrittenFile(
                prefix + path,
                File.ReadAllBytes(file),
                !OperatingSystem.IsWindows() && File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute),
                new FileInfo(file).LinkTarget is not null
            );
        }
    }
}
