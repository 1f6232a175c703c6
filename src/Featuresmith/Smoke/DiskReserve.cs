using System.Globalization;

namespace Featuresmith.Smoke;

/// <summary>Room that must be free on a disk before a case begins, because a full one breaks other people's containers too.</summary>
/// <param name="Folder">A folder on the disk.</param>
/// <param name="Gibibytes">How much must be free.</param>
public sealed record DiskReserve(string Folder, double Gibibytes)
{
    private const double Gibibyte = 1 << 30;

    /// <summary>What is wrong, and the way out, where there is less room; else null.</summary>
    public string? Lack()
    {
        // The engine may be on another machine: then nobody here knows how much room it has.
        if (!Directory.Exists(Folder))
        {
            return null;
        }

        var free = new DriveInfo(Folder).AvailableFreeSpace / Gibibyte;
        var there = string.Create(CultureInfo.InvariantCulture, $"{free:0.0} GiB are free at {Folder}");
        var kept = Gibibytes.ToString(CultureInfo.InvariantCulture);
        return free >= Gibibytes
            ? null
            : $"not begun: {there}, and {kept} are kept in reserve; remove images that nobody needs "
                + "(docker image ls, docker builder prune), or set --disk-reserve";
    }
}
