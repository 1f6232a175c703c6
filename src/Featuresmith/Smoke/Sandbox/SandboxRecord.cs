using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace Featuresmith.Smoke.Sandbox;

/// <summary>What one run of install.sh did.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Calls">The commands that it gave to stubs, with their arguments, in order.</param>
/// <param name="Files">What it wrote: path to kind, mode and digest.</param>
[UnsupportedOSPlatform("windows")]
public sealed record SandboxRecord(
    int ExitCode,
    string Output,
    IReadOnlyList<string> Calls,
    IReadOnlyDictionary<string, string> Files
)
{
    private const char BetweenRecords = '\u001e';
    private const char BetweenWords = '\u001f';

    /// <summary>In what this run differs from another: the exit code, calls that only one of them made, files that are not the same.</summary>
    public IReadOnlyList<string> Differences(SandboxRecord other) =>
        [
            .. ExitCode == other.ExitCode ? Array.Empty<string>() : [$"ended: {ExitCode}, not {other.ExitCode}"],
            .. Without(Calls, other.Calls).Select(call => $"asked: {call}"),
            .. Without(other.Calls, Calls).Select(call => $"no longer asked: {call}"),
            .. Files
                .Keys.Union(other.Files.Keys)
                .Where(path => Files.GetValueOrDefault(path) != other.Files.GetValueOrDefault(path))
                .Order(StringComparer.Ordinal)
                .Select(path => $"written: {path}"),
        ];

    /// <summary>Reads what the stubs recorded.</summary>
    /// <param name="file">The stubs' file.</param>
    public static IReadOnlyList<string> ReadCalls(string file) =>
        File.Exists(file)
            ?
            [
                .. File.ReadAllText(file)
                    .Split(BetweenRecords, StringSplitOptions.RemoveEmptyEntries)
                    .Select(call => string.Join(' ', call.Split(BetweenWords).Select(Shown))),
            ]
            : [];

    /// <summary>The files and links below a folder.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="isOurs">Which paths below it are the sandbox's own.</param>
    public static IReadOnlyDictionary<string, string> ReadFiles(string root, Func<string, bool> isOurs)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var open = new Stack<DirectoryInfo>([new DirectoryInfo(root)]);
        while (open.TryPop(out var folder))
        {
            foreach (var entry in folder.EnumerateFileSystemInfos())
            {
                var path = entry.FullName[root.Length..];
                if (isOurs(path))
                {
                    continue;
                }

                found[path] = Describe(entry);
                if (entry is DirectoryInfo { LinkTarget: null } below)
                {
                    open.Push(below);
                }
            }
        }

        return found;
    }

    private static string Describe(FileSystemInfo entry) =>
        entry switch
        {
            { LinkTarget: { } target } => $"link to {target}",
            FileInfo file => $"{file.UnixFileMode} {Digest(file)}",
            _ => $"{entry.UnixFileMode}",
        };

    // A script may take the right to read from a file that it wrote; the sandbox's user still owns it.
    private static string Digest(FileInfo file)
    {
        if (!file.UnixFileMode.HasFlag(UnixFileMode.UserRead))
        {
            file.UnixFileMode |= UnixFileMode.UserRead;
        }

        return Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file.FullName)));
    }

    private static IEnumerable<string> Without(IReadOnlyList<string> calls, IReadOnlyList<string> others)
    {
        var left = others.GroupBy(call => call).ToDictionary(group => group.Key, group => group.Count());
        return calls.Where(call => !left.TryGetValue(call, out var count) || count == 0 || left[call]-- < 0);
    }

    private static string Shown(string word) =>
        word.Length > 0 && !word.Any(char.IsWhiteSpace) ? word : $"'{word.ReplaceLineEndings("\\n")}'";
}
