using System.Diagnostics;
using System.Globalization;

namespace Featuresmith.Smoke;

/// <summary>
/// The folder of one run's workspaces, with a file that says whose it is. After a SIGKILL the folder is what tells the next
/// run which containers belong to nobody any more.
/// </summary>
public sealed class RunFolder : IDisposable
{
    private const string Prefix = "featuresmith-";
    private const string OwnerName = "owner";

    private RunFolder(string run) => Run = run;

    /// <summary>The run's word.</summary>
    public string Run { get; }

    /// <summary>
    /// Whether the folder stays when the run ends, because something of the run is still on an engine that cannot be reached:
    /// the next run finds it, and removes both.
    /// </summary>
    public bool IsKept { get; set; }

    /// <summary>The folder.</summary>
    public string Path => System.IO.Path.Combine(System.IO.Path.GetTempPath(), Prefix + Run);

    /// <summary>Makes the folder of a run of this process.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public static RunFolder Create(string run)
    {
        var folder = new RunFolder(run);
        Directory.CreateDirectory(folder.Path);
        File.WriteAllText(System.IO.Path.Combine(folder.Path, OwnerName), Identity(Process.GetCurrentProcess()));
        return folder;
    }

    /// <summary>The folders of runs whose process is gone.</summary>
    public static IReadOnlyList<RunFolder> Abandoned() =>
        [
            .. Directory
                .EnumerateDirectories(System.IO.Path.GetTempPath(), $"{Prefix}fsm*")
                .Where(folder => IsAbandoned(System.IO.Path.Combine(folder, OwnerName)))
                .Select(folder => new RunFolder(System.IO.Path.GetFileName(folder)[Prefix.Length..])),
        ];

    public void Dispose()
    {
        if (!IsKept && Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }

    private static bool IsAbandoned(string ownerFile)
    {
        // Without the file, or with half of it, the run is just being made.
        var owner = File.Exists(ownerFile) ? File.ReadAllText(ownerFile).Split(' ') : [];
        if (owner.Length != 2 || !int.TryParse(owner[0], CultureInfo.InvariantCulture, out var id))
        {
            return false;
        }

        try
        {
            using var process = Process.GetProcessById(id);
            return Identity(process) != string.Join(' ', owner);
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    // A number is soon another process; together with the second of its start it is not.
    private static string Identity(Process process) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{process.Id} {new DateTimeOffset(process.StartTime.ToUniversalTime()).ToUnixTimeSeconds()}"
        );
}
