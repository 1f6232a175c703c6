namespace Featuresmith.Smoke.Sandbox;

/// <summary>A distribution as install.sh sees it: os-release(5) and the package managers that it has.</summary>
/// <param name="Image">The image that stands for it, such as "debian:trixie".</param>
/// <param name="OsRelease">The text of /etc/os-release.</param>
/// <param name="Stubs">The names of its package managers' programs.</param>
public sealed record SandboxDistribution(string Image, string OsRelease, IReadOnlyList<string> Stubs)
{
    private static readonly string[] Apt =
    [
        "apt-get",
        "apt",
        "apt-cache",
        "apt-key",
        "apt-mark",
        "dpkg",
        "dpkg-query",
        "add-apt-repository",
    ];
    private static readonly string[] Apk = ["apk"];
    private static readonly string[] Dnf = ["dnf", "microdnf", "yum", "rpm"];
    private static readonly string[] Zypper = ["zypper", "rpm"];
    private static readonly string[] Pacman = ["pacman"];

    // Codenames are the one thing that an image's tag does not tell by itself.
    private static readonly (string Id, string Codename, string Version)[] Releases =
    [
        ("debian", "bullseye", "11"),
        ("debian", "bookworm", "12"),
        ("debian", "trixie", "13"),
        ("ubuntu", "focal", "20.04"),
        ("ubuntu", "jammy", "22.04"),
        ("ubuntu", "noble", "24.04"),
    ];

    /// <summary>What is tried where nobody names an image.</summary>
    public const string Default = "debian:trixie";

    /// <summary>The images that are known, for messages.</summary>
    public const string Known =
        "debian and ubuntu with a codename or a number as tag, alpine, fedora, opensuse, archlinux";

    /// <summary>The distribution of an image, by its name and tag; null where it is not known.</summary>
    public static SandboxDistribution? Of(string image)
    {
        var name = image[(image.LastIndexOf('/') + 1)..].Split('@')[0];
        var (id, tag) = name.Split(':') is [var first, var second] ? (first, second) : (name, "");
        var release = Releases.LastOrDefault(entry =>
            entry.Id == id
            && (
                tag is "" or "latest"
                || tag.Contains(entry.Codename)
                || tag.StartsWith(entry.Version, StringComparison.Ordinal)
            )
        );
        return id switch
        {
            "debian" or "ubuntu" when release.Id is not null => new(
                image,
                Text(id, id == "ubuntu" ? "debian" : "", release.Version)
                    + $"VERSION_CODENAME={release.Codename}\n"
                    + (id == "ubuntu" ? $"UBUNTU_CODENAME={release.Codename}\n" : ""),
                Apt
            ),
            "alpine" => new(image, Text(id, "", tag), Apk),
            "fedora" => new(image, Text(id, "", tag), Dnf),
            "opensuse" or "leap" or "tumbleweed" => new(image, Text("opensuse-leap", "suse opensuse", tag), Zypper),
            "archlinux" or "arch" => new(image, Text("arch", "", "rolling"), Pacman),
            _ => null,
        };
    }

    private static string Text(string id, string like, string version) =>
        $"ID={id}\nNAME=\"{id}\"\nPRETTY_NAME=\"{id} {version}\"\nVERSION_ID=\"{version}\"\n"
        + (like.Length > 0 ? $"ID_LIKE=\"{like}\"\n" : "");
}
