using System.Runtime.Versioning;

namespace Featuresmith.Smoke.Sandbox;

/// <summary>
/// The file system that install.sh sees: the usual programs of a small image (links to the host's, read-only), stubs in place of
/// package managers and of whatever reaches beyond files, and files of /etc that scripts read.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal static class SandboxRoot
{
    /// <summary>The stubs' own folder.</summary>
    public const string Own = ".sandbox";

    /// <summary>Where the Feature lies.</summary>
    public const string FeatureFolder = "tmp/feature";

    /// <summary>The user whom the Feature's script is told to be the remote user.</summary>
    public const string RemoteUser = "developer";

    private static readonly string[] HostFolders = ["/usr/bin", "/usr/sbin", "/bin", "/sbin"];

    // What debian:trixie and alpine have in common, and bash, which scripts name in their first line.
    private static readonly string[] Real =
    [
        .. "sh bash dash ash awk base64 basename cat chmod clear cmp comm cp cut date dd df diff dirname du echo egrep env expand".Split(
            ' '
        ),
        .. "expr false fgrep find fold getent getopt grep head hostname id install join ln logname ls md5sum mkdir mkfifo mknod mv".Split(
            ' '
        ),
        .. "nl nproc od paste pathchk pr printenv printf pwd readlink realpath rev rm rmdir sed seq sort split stat stty sync tac".Split(
            ' '
        ),
        .. "tail tee test timeout touch tr true truncate tsort tty uname uniq unlink wc which who whoami xargs yes".Split(
            ' '
        ),
    ];

    private static readonly (string Stub, string Names)[] Always =
    [
        ("archive.sh", "tar gzip gunzip zcat bzip2 bunzip2 cpio"),
        ("checksum.sh", "sha1sum sha256sum sha512sum"),
        ("mktemp.sh", "mktemp"),
        ("users.sh", "groupadd addgroup useradd adduser usermod"),
        ("as-user.sh", "su runuser"),
        (
            "nothing.sh",
            "chown chgrp chsh chpasswd passwd ldconfig locale-gen mount umount sleep update-alternatives update-ca-certificates "
                + "update-rc.d systemctl service setcap modprobe sysctl"
        ),
    ];

    // What comes only with a package: a script that uses it without installing it fails here as it does on a small image.
    private static readonly (string Stub, string Names)[] Later =
    [
        ("fetch.sh", "curl wget"),
        ("gpg.sh", "gpg"),
        ("archive.sh", "unzip xz zstd"),
        ("as-user.sh", "sudo"),
        ("nothing.sh", "git npm pip pip3 pipx gem cargo"),
    ];

    private static readonly string[] RealLater = ["jq", "openssl", "perl", "python3", "file", "bc"];

    /// <summary>Lays out a root.</summary>
    /// <param name="root">The folder to make.</param>
    /// <param name="feature">The Feature's folder.</param>
    /// <param name="tests">Its test folder, which files that stand for downloads lie in.</param>
    /// <param name="distribution">The distribution.</param>
    /// <param name="declared">Packages and downloads.</param>
    /// <exception cref="IOException">Something cannot be read or written.</exception>
    public static void Create(
        string root,
        string feature,
        string tests,
        SandboxDistribution distribution,
        SandboxDeclarations declared
    )
    {
        foreach (
            var folder in new[]
            {
                "usr/bin",
                "usr/local/bin",
                "usr/local/share",
                "usr/share/keyrings",
                "etc/apt/sources.list.d",
                "etc/profile.d",
                "etc/sudoers.d",
                "proc",
                "dev",
                "tmp",
                "root",
                $"home/{RemoteUser}",
                "var/lib",
                "var/log",
                "run",
                $"{Own}/real",
                $"{Own}/later",
                $"{Own}/says",
                $"{Own}/installed",
                $"{Own}/packages",
            }
        )
        {
            Directory.CreateDirectory(Path.Combine(root, folder));
        }

        LinkLibraries(root);
        Directory.CreateSymbolicLink(Path.Combine(root, "dev/fd"), "/proc/self/fd");
        foreach (var name in Real)
        {
            LinkProgram(root, name, "usr/bin");
        }

        foreach (var name in Always.Concat(Later).SelectMany(stub => stub.Names.Split(' ')).Concat(RealLater))
        {
            LinkProgram(root, name, $"{Own}/real");
        }

        WriteStubs(root, distribution);
        WriteWorld(root, distribution, declared, tests);
        FolderCopy.Copy(feature, Path.Combine(root, FeatureFolder));
    }

    private static void WriteStubs(string root, SandboxDistribution distribution)
    {
        foreach (var part in new[] { "record.sh", "packages.sh", "enter.sh" })
        {
            WriteStub(Path.Combine(root, Own, part), part);
        }

        foreach (var (stub, names) in Always)
        {
            names.Split(' ').ToList().ForEach(name => WriteStub(Path.Combine(root, "usr/bin", name), stub));
        }

        foreach (var (stub, names) in Later)
        {
            names.Split(' ').ToList().ForEach(name => WriteStub(Path.Combine(root, Own, "later", name), stub));
        }

        foreach (var manager in distribution.Stubs)
        {
            var stub = manager switch
            {
                "apt-cache" => "apt-cache.sh",
                "dpkg" or "dpkg-query" or "rpm" => "package-query.sh",
                "apt-key" or "apt-mark" or "add-apt-repository" => "nothing.sh",
                _ => "manager.sh",
            };
            WriteStub(Path.Combine(root, "usr/bin", manager), stub);
        }
    }

    private static void WriteWorld(
        string root,
        SandboxDistribution distribution,
        SandboxDeclarations declared,
        string tests
    )
    {
        Write(root, "etc/os-release", distribution.OsRelease);
        Write(
            root,
            "etc/passwd",
            $"root:x:0:0:root:/root:/bin/sh\n{RemoteUser}:x:1000:1000::/home/{RemoteUser}:/bin/sh\n"
        );
        Write(root, "etc/group", $"root:x:0:\n{RemoteUser}:x:1000:\n");
        Write(root, "etc/bash.bashrc", "");
        Write(root, "etc/profile", "");
        foreach (var package in declared.Packages)
        {
            var folder = Directory
                .CreateDirectory(Path.Combine(root, Own, "packages", package.Name, "programs"))
                .Parent!;
            File.WriteAllLines(Path.Combine(folder.FullName, "versions"), package.Versions);
            foreach (var (program, text) in package.Programs)
            {
                File.WriteAllText(Path.Combine(folder.FullName, "programs", program), text);
            }
        }

        Write(
            root,
            $"{Own}/downloads",
            string.Concat(declared.Downloads.Select(entry => $"{entry.Key}\t{entry.Value}\n"))
        );
        foreach (var file in declared.Downloads.Values.Distinct())
        {
            var target = Path.Combine(root, Own, "files", file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(tests, file), target);
        }
    }

    // "/lib -> usr/lib" on the host is a link to our folder of the host; a folder of its own is one too.
    private static void LinkLibraries(string root)
    {
        foreach (var folder in new[] { "lib", "lib64", "bin", "sbin" })
        {
            var target = folder is "bin" or "sbin" ? "usr/bin" : HostPlace($"/{folder}");
            if (target is not null)
            {
                Directory.CreateSymbolicLink(Path.Combine(root, folder), target);
            }
        }

        Directory.CreateSymbolicLink(Path.Combine(root, "usr/sbin"), "bin");
    }

    private static string? HostPlace(string folder) =>
        Directory.Exists(folder)
            ? $"/.host{new DirectoryInfo(folder).ResolveLinkTarget(true)?.FullName ?? folder}"
            : null;

    // Links are followed here: on the host they go through /etc/alternatives, which is not in the sandbox.
    private static void LinkProgram(string root, string name, string folder)
    {
        var place = HostFolders
            .Select(bin => new FileInfo(Path.Combine(bin, name)))
            .FirstOrDefault(file => file.Exists);
        if (place is not null)
        {
            var target = place.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? place.FullName;
            File.CreateSymbolicLink(Path.Combine(root, folder, name), $"/.host{RealFolder(target)}");
        }
    }

    // "/bin/sed" where /bin is a link to usr/bin: only real folders are mounted.
    private static string RealFolder(string file)
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(file)!);
        return Path.Combine(folder.ResolveLinkTarget(true)?.FullName ?? folder.FullName, Path.GetFileName(file));
    }

    private static void Write(string root, string path, string text)
    {
        var file = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private static void WriteStub(string file, string stub)
    {
        using (var text = new StreamReader(typeof(SandboxRoot).Assembly.GetManifestResourceStream($"sandbox/{stub}")!))
        {
            File.WriteAllText(file, text.ReadToEnd().ReplaceLineEndings("\n"));
        }

        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
