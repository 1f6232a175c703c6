namespace Featuresmith.Doctor;

/// <summary>What the checks know a host by: its files, its programs, its disks. Each can be another's, so that every host can be told of.</summary>
public sealed class HostFacts
{
    private readonly string root;

    /// <param name="root">The folder that stands for "/".</param>
    public HostFacts(string root = "/") => this.root = root;

    /// <summary>Runs a program: its exit code, and what it wrote to both streams. Null where there is no such program.</summary>
    public required Func<string, string[], CancellationToken, Task<(int Code, string Output)?>> RunAsync { get; init; }

    /// <summary>The free bytes on the disk of a folder; null where that cannot be known.</summary>
    public required Func<string, long?> FreeBytes { get; init; }

    /// <summary>The name of the user who asks.</summary>
    public required string User { get; init; }

    /// <summary>The client of the container engine.</summary>
    public string EnginePath { get; init; } = "docker";

    /// <summary>A file's text without blanks around it; null where it is absent or may not be read.</summary>
    /// <param name="path">An absolute path.</param>
    public string? Text(string path)
    {
        try
        {
            return File.ReadAllText(Place(path)).Trim();
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>A file's lines; none where it is absent or may not be read.</summary>
    public IReadOnlyList<string> Lines(string path) =>
        Text(path)?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Whether a file, which may be large, has such a line; false where it is absent or may not be read.</summary>
    public bool HasLine(string path, Predicate<string> isIt)
    {
        try
        {
            return File.ReadLines(Place(path)).Any(line => isIt(line));
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>A file's whole number; null where there is none.</summary>
    public long? Number(string path) => long.TryParse(Text(path), out var number) ? number : null;

    /// <summary>Whether a file, folder or device is there.</summary>
    public bool Exists(string path) => Path.Exists(Place(path));

    /// <summary>The mounts of this process, the outermost first (proc_pid_mountinfo(5)).</summary>
    public IReadOnlyList<MountFact> Mounts() =>
        [.. Lines("/proc/self/mountinfo").Select(MountFact.TryParse).OfType<MountFact>()];

    private string Place(string path) => Path.Combine(root, path.TrimStart('/'));
}

/// <summary>A mount.</summary>
/// <param name="Target">Where it is.</param>
/// <param name="Kind">Its file system.</param>
/// <param name="IsReadOnly">Whether nothing can be written there.</param>
/// <param name="IsShared">Whether what is mounted below it is seen by others.</param>
public sealed record MountFact(string Target, string Kind, bool IsReadOnly, bool IsShared)
{
    /// <summary>Reads a line of mountinfo: six fields, any number of optional ones, a hyphen, and the file system's.</summary>
    /// <returns>The mount; null where the line is none.</returns>
    public static MountFact? TryParse(string line)
    {
        var fields = line.Split(' ');
        var hyphen = Array.IndexOf(fields, "-", Math.Min(6, fields.Length));
        return hyphen >= 6 && fields.Length > hyphen + 1
            ? new MountFact(
                fields[4],
                fields[hyphen + 1],
                fields[5].Split(',').Contains("ro"),
                fields[6..hyphen].Any(field => field.StartsWith("shared:", StringComparison.Ordinal))
            )
            : null;
    }
}
