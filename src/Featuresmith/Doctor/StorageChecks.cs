using System.Globalization;

namespace Featuresmith.Doctor;

/// <summary>Where layers go: overlay, FUSE, and the disk.</summary>
internal static class StorageChecks
{
    private const string UsualData = "/var/lib/docker";
    private const double Gibi = 1024d * 1024 * 1024;

    public static CheckResult Overlay(HostFacts host) =>
        host.Lines("/proc/filesystems").Any(line => line.Split('\t')[^1] == "overlay")
            ? CheckResult.Fine("OVERLAY", "the kernel has overlay")
            : CheckResult.Hint(
                "OVERLAY",
                "the kernel does not list overlay: layers would be copied whole (vfs)",
                "on the host: modprobe overlay"
            );

    public static async Task<CheckResult> DataFolderAsync(HostFacts host, CancellationToken cancellation)
    {
        var folder = await FolderAsync(host, cancellation);
        var mount = host.Mounts()
            .Where(mount => IsBelow(folder, mount.Target))
            .OrderBy(mount => mount.Target.Length)
            .LastOrDefault();
        return mount switch
        {
            { Kind: "overlay" or "fuse-overlayfs" } => CheckResult.Hint(
                "DATA_FOLDER",
                $"{folder} lies on {mount.Kind}, which overlay cannot stand on: this is a container without a volume there",
                $"mount a volume at {folder}"
            ),
            { Kind: "nfs" or "nfs4" or "cifs" or "9p" or "virtiofs" } => CheckResult.Hint(
                "DATA_FOLDER",
                $"{folder} lies on {mount.Kind}, which overlay may not stand on",
                $"give the engine a folder on a disk of its own (\"data-root\" in daemon.json)"
            ),
            null => CheckResult.Fine("DATA_FOLDER", folder),
            _ => CheckResult.Fine("DATA_FOLDER", $"{folder} on {mount.Kind}"),
        };
    }

    public static async Task<CheckResult> DiskAsync(HostFacts host, CancellationToken cancellation)
    {
        var folder = await FolderAsync(host, cancellation);
        if (host.FreeBytes(folder) is not { } bytes)
        {
            return CheckResult.Fine("DISK", $"how much is free at {folder} cannot be known from here");
        }

        var free = string.Create(CultureInfo.InvariantCulture, $"{bytes / Gibi:0.0} GiB free at {folder}");
        const string remedy = "docker system prune, or a larger disk";
        return (bytes / Gibi) switch
        {
            < 2 => CheckResult.Problem("DISK", $"{free}: less than one image with an engine takes", remedy),
            < 10 => CheckResult.Hint("DISK", $"{free}: a nested engine keeps images of its own beside these", remedy),
            _ => CheckResult.Fine("DISK", free),
        };
    }

    public static CheckResult Fuse(HostFacts host) =>
        host.Exists("/dev/fuse")
            ? CheckResult.Fine("FUSE", "/dev/fuse is there")
            : CheckResult.Hint(
                "FUSE",
                "there is no /dev/fuse: no fuse-overlayfs for rootless engines and builders",
                "on the host: modprobe fuse; in a container: \"runArgs\": [\"--device=/dev/fuse\"]"
            );

    private static async Task<string> FolderAsync(HostFacts host, CancellationToken cancellation) =>
        await host.RunAsync(host.EnginePath, ["info", "--format", "{{.DockerRootDir}}"], cancellation)
            is (0, var output)
        && EngineChecks.LastLine(output) is ['/', ..] and var folder
            ? folder
            : UsualData;

    private static bool IsBelow(string path, string folder) =>
        folder == "/" || path == folder || path.StartsWith($"{folder}/", StringComparison.Ordinal);
}
