namespace Featuresmith.Definitions;

/// <summary>Names of Linux capabilities, capabilities(7), as engines write them: upper case, without "CAP_".</summary>
public static class Capability
{
    private static readonly HashSet<string> Default = new(
        (
            "AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE NET_RAW SETFCAP SETGID SETPCAP "
            + "SETUID SYS_CHROOT"
        ).Split(' '),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> Further = new(
        (
            "ALL AUDIT_CONTROL AUDIT_READ BLOCK_SUSPEND BPF CHECKPOINT_RESTORE DAC_READ_SEARCH IPC_LOCK IPC_OWNER LEASE "
            + "LINUX_IMMUTABLE MAC_ADMIN MAC_OVERRIDE NET_ADMIN NET_BROADCAST PERFMON SYSLOG SYS_ADMIN SYS_BOOT SYS_MODULE "
            + "SYS_NICE SYS_PACCT SYS_PTRACE SYS_RAWIO SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG WAKE_ALARM"
        ).Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>Whether an engine knows this name.</summary>
    public static bool Exists(string name) => Default.Contains(name) || Further.Contains(name);

    /// <summary>Whether containers have it anyway (Docker's default set).</summary>
    public static bool IsDefault(string name) => Default.Contains(name);

    /// <summary>A name as engines write it.</summary>
    public static string Name(string written)
    {
        var upper = written.Trim().ToUpperInvariant();
        return upper.StartsWith("CAP_", StringComparison.Ordinal) ? upper[4..] : upper;
    }
}
