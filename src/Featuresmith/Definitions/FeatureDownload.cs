using Featuresmith.Sources;

namespace Featuresmith.Definitions;

/// <summary>Files that a Feature's install.sh may download, each against a checksum in downloads.lock.jsonc.</summary>
/// <param name="Name">The entry's name in the lock file, with {version} and {machine} to be filled in.</param>
/// <param name="Url">Where the file is, with the same places.</param>
/// <param name="Versions">What {version} stands for.</param>
/// <param name="Machines">What {machine} stands for, as <c>uname -m</c> says it.</param>
public sealed record FeatureDownload(
    Located<string> Name,
    Located<string> Url,
    IReadOnlyList<Located<string>> Versions,
    IReadOnlyList<Located<string>> Machines
)
{
    /// <summary>Every file that the entry stands for: its name in the lock file, and its address.</summary>
    public IEnumerable<(string Name, string Url)> Files =>
        from version in Versions
        from machine in Machines
        select (Fill(Name.Value, version.Value, machine.Value), Fill(Url.Value, version.Value, machine.Value));

    private static string Fill(string pattern, string version, string machine) =>
        pattern
            .Replace("{version}", version, StringComparison.Ordinal)
            .Replace("{machine}", machine, StringComparison.Ordinal);
}
