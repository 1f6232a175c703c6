using System.Text.Json.Nodes;
using Featuresmith.Cli;
using Featuresmith.Doctor;
using Featuresmith.Reporting;
using Featuresmith.Tests.Cli;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Doctor;

/// <summary>Hosts of all kinds, each a folder with the few files that the checks look at.</summary>
public class HostDoctorTests
{
    private const string Privileged = "Name:\ttest\nCapBnd:\t000001ffffffffff\n";
    private const string Root = "27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda1 rw\n";
    private const string Second = Root + "30 27 0:26 / /sys/fs/cgroup rw,nosuid shared:9 - cgroup2 cgroup2 rw\n";

    private readonly Dictionary<string, (int Code, string Output)?> programs = [];
    private TemporaryFolder host = null!;
    private long? free;

    [SetUp]
    public void A_host_that_lacks_nothing()
    {
        host = new TemporaryFolder();
        host.Write("proc/self/mountinfo", Second);
        host.Write("proc/self/status", Privileged);
        host.Write("proc/self/ns/user", "");
        host.Write("proc/sys/user/max_user_namespaces", "96365\n");
        host.Write("proc/sys/net/ipv4/ip_forward", "1\n");
        host.Write("proc/sys/fs/inotify/max_user_instances", "512\n");
        host.Write("proc/sys/fs/inotify/max_user_watches", "524288\n");
        host.Write("proc/filesystems", "nodev\tsysfs\n\text4\nnodev\toverlay\n");
        host.Write("proc/modules", "nf_tables 331776 0 - Live 0x0\nip_tables 32768 0 - Live 0x0\n");
        host.Write("sys/fs/cgroup/cgroup.controllers", "cpuset cpu io memory hugetlb pids\n");
        host.Write("etc/subuid", "developer:100000:65536\n");
        host.Write("etc/subgid", "developer:100000:65536\n");
        host.Write("dev/fuse", "");
        host.Write("dev/net/tun", "");
        programs.Clear();
        programs["docker version"] = (0, "28.1.0\n");
        programs["docker info"] = (0, "/var/lib/docker\n");
        programs["docker buildx"] = (0, "buildx v0.20\n");
        programs["docker compose"] = (0, "compose v2.30\n");
        programs["devcontainer --version"] = (0, "0.89.0\n");
        free = 100L << 30;
    }

    [TearDown]
    public void Gone() => host.Dispose();

    [Test]
    public async Task It_is_told_so()
    {
        var results = await ExamineAsync();
        results.ShouldAllBe(result => result.State == CheckState.Fine && result.Remedy == null);
        results.Select(result => result.Code).Distinct().Count().ShouldBe(results.Count);
        (await SeenAsync("ENGINE")).ShouldBe("docker 28.1.0 answers");
        (await SeenAsync("DATA_FOLDER")).ShouldBe("/var/lib/docker on ext4");
        (await SeenAsync("DISK")).ShouldBe("100.0 GiB free at /var/lib/docker");
    }

    [Test]
    public async Task A_host_without_anything_is_told_what_it_lacks_and_what_helps()
    {
        Directory.Delete(Path.Combine(host.Path, "proc"), recursive: true);
        Directory.Delete(Path.Combine(host.Path, "dev"), recursive: true);
        Directory.Delete(Path.Combine(host.Path, "sys"), recursive: true);
        Directory.Delete(Path.Combine(host.Path, "etc"), recursive: true);
        programs.Clear();
        free = null;
        var results = await ExamineAsync();
        results
            .Where(result => result.State == CheckState.Problem)
            .Select(result => result.Code)
            .ShouldBe(["ENGINE", "CLI", "CGROUP"]);
        results.Where(result => result.State != CheckState.Fine).ShouldAllBe(result => result.Remedy!.Length > 0);
    }

    [TestCase(null, "there is no docker on the PATH", "install a container engine")]
    [TestCase(
        "Cannot connect to the Docker daemon",
        "no engine answers: Cannot connect to the Docker daemon",
        "start it"
    )]
    [TestCase(
        "dial unix: connect: permission denied",
        "developer may not speak to the engine",
        "usermod -aG docker developer"
    )]
    public async Task An_engine_that_does_not_answer(string? output, string seen, string remedy)
    {
        programs["docker version"] = output is null ? null : (1, output);
        await ShouldBeAsync("ENGINE", CheckState.Problem, seen, remedy);
    }

    [Test]
    public async Task The_devcontainers_CLI_is_missing()
    {
        programs.Remove("devcontainer --version");
        await ShouldBeAsync("CLI", CheckState.Problem, "is not on the PATH", "npm install");
    }

    [TestCase("docker buildx", "BUILDX")]
    [TestCase("docker compose", "COMPOSE")]
    public async Task A_plugin_is_missing(string program, string code)
    {
        programs[program] = (1, "docker: 'x' is not a docker command.");
        await ShouldBeAsync(code, CheckState.Hint, "docker has no ", "install the package");
    }

    [Test]
    public async Task Control_groups_of_version_1()
    {
        host.Write("proc/self/mountinfo", Root + FirstVersion("memory") + FirstVersion("cpu,cpuacct"));
        await ShouldBeAsync("CGROUP", CheckState.Hint, "version 1: ", "systemd.unified_cgroup_hierarchy=1");
    }

    [Test]
    public async Task Control_groups_of_both_versions()
    {
        host.Write(
            "proc/self/mountinfo",
            Root + FirstVersion("memory") + "31 27 0:27 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw\n"
        );
        await ShouldBeAsync("CGROUP", CheckState.Hint, "version 1 beside version 2 (hybrid)", "kernel command line");
    }

    [Test]
    public async Task Control_groups_that_are_not_mounted()
    {
        host.Write("proc/self/mountinfo", Root);
        await ShouldBeAsync("CGROUP", CheckState.Problem, "no control groups are mounted", "mount -t cgroup2");
    }

    [Test]
    public async Task Control_groups_that_are_read_only()
    {
        host.Write("proc/self/mountinfo", Second.Replace("/sys/fs/cgroup rw", "/sys/fs/cgroup ro"));
        await ShouldBeAsync("CGROUP", CheckState.Hint, "read-only", "\"privileged\": true");
    }

    [TestCase("cpuset io", "version 2 without cpu, memory, pids")]
    [TestCase("cpu memory", "version 2 without pids")]
    [TestCase("", "version 2 without cpu, memory, pids")]
    public async Task Controllers_that_were_not_handed_on(string controllers, string seen)
    {
        host.Write("sys/fs/cgroup/cgroup.controllers", controllers + "\n");
        await ShouldBeAsync("CGROUP", CheckState.Hint, seen, "cgroup.subtree_control");
    }

    // Bits 12 and 21 of capabilities(7); the first is that of a container without privileges.
    [TestCase("00000000a80425fb", "without CAP_NET_ADMIN and CAP_SYS_ADMIN")]
    [TestCase("00000000a80435fb", "without CAP_SYS_ADMIN")]
    [TestCase("nothing", "does not tell the capabilities")]
    public async Task A_container_without_privileges(string set, string seen)
    {
        host.Write("proc/self/status", $"CapBnd:\t{set}\n");
        await ShouldBeAsync("CAPABILITIES", CheckState.Hint, seen, "");
    }

    [TestCase("proc/sys/user/max_user_namespaces", "0", "the host allows none")]
    [TestCase("proc/sys/kernel/unprivileged_userns_clone", "0", "keeps them to root")]
    [TestCase("proc/sys/kernel/apparmor_restrict_unprivileged_userns", "1", "AppArmor keeps them")]
    public async Task User_namespaces_that_are_kept_back(string file, string value, string seen)
    {
        host.Write(file, value + "\n");
        await ShouldBeAsync("USER_NAMESPACES", CheckState.Hint, seen, "sysctl -w");
    }

    [Test]
    public async Task A_kernel_without_user_namespaces()
    {
        File.Delete(Path.Combine(host.Path, "proc/self/ns/user"));
        await ShouldBeAsync("USER_NAMESPACES", CheckState.Hint, "the kernel has no user namespaces", "CONFIG_USER_NS");
    }

    [Test]
    public async Task A_user_without_subordinate_ids()
    {
        host.Write("etc/subgid", "developers:100000:65536\n");
        await ShouldBeAsync(
            "SUBORDINATE_IDS",
            CheckState.Hint,
            "developer has none in /etc/subgid",
            "tee -a /etc/subgid"
        );
    }

    [Test]
    public async Task A_kernel_without_overlay()
    {
        host.Write("proc/filesystems", "nodev\toverlayfs-like\n\text4\n");
        await ShouldBeAsync("OVERLAY", CheckState.Hint, "does not list overlay", "modprobe overlay");
    }

    [TestCase("dev/fuse", "FUSE")]
    [TestCase("dev/net/tun", "TUN")]
    public async Task A_device_is_missing(string path, string code)
    {
        File.Delete(Path.Combine(host.Path, path));
        await ShouldBeAsync(code, CheckState.Hint, $"there is no /{path}", "--device=");
    }

    [TestCase("/ /var/lib/docker rw - overlay overlay rw", "which overlay cannot stand on")]
    [TestCase("/ /var/lib rw - nfs4 server rw", "which overlay may not stand on")]
    public async Task Layers_on_a_file_system_that_cannot_hold_them(string mount, string seen)
    {
        host.Write("proc/self/mountinfo", $"{Second}40 27 0:40 {mount}\n");
        await ShouldBeAsync("DATA_FOLDER", CheckState.Hint, seen, "");
    }

    [Test]
    public async Task The_folder_is_the_engine_s_own()
    {
        programs["docker info"] = (0, "WARNING: something\n/mnt/docker\n");
        host.Write("proc/self/mountinfo", $"{Second}40 27 0:40 / /mnt rw - xfs /dev/vdb rw\n");
        (await SeenAsync("DATA_FOLDER")).ShouldBe("/mnt/docker on xfs");
    }

    [TestCase(1L << 30, CheckState.Problem, "1.0 GiB free")]
    [TestCase(5L << 30, CheckState.Hint, "5.0 GiB free")]
    [TestCase(null, CheckState.Fine, "cannot be known")]
    public async Task A_disk(long? bytes, CheckState state, string seen)
    {
        free = bytes;
        await ShouldBeAsync("DISK", state, seen, "");
    }

    [TestCase("nf_tables 1 0 - Live 0x0", CheckState.Fine, "the kernel has nf_tables")]
    [TestCase("ip_tables 1 0 - Live 0x0", CheckState.Hint, "shows ip_tables and no nf_tables")]
    [TestCase("nf_tables_like 1 0 - Live 0x0", CheckState.Hint, "shows neither nf_tables nor ip_tables")]
    public async Task A_firewall(string modules, CheckState state, string seen)
    {
        host.Write("proc/modules", modules + "\n");
        await ShouldBeAsync("FIREWALL", state, seen, "");
    }

    [TestCase("sys/module/nf_tables/initstate", "")]
    [TestCase("lib/modules/6.12.0/modules.builtin", "kernel/net/core/x.ko\nkernel/net/netfilter/nf_tables.ko\n")]
    [TestCase("proc/kallsyms", "0000000000000000 T x\n0000000000000000 t nf_tables_newtable\n")]
    public async Task A_firewall_that_is_part_of_the_kernel(string file, string text)
    {
        host.Write("proc/sys/kernel/osrelease", "6.12.0\n");
        host.Write("proc/modules", "");
        host.Write("proc/net/ip_tables_names", "");
        host.Write(file, text);
        await ShouldBeAsync("FIREWALL", CheckState.Fine, "nf_tables and ip_tables", "");
    }

    [TestCase("proc/sys/net/ipv4/ip_forward", "0", "FORWARDING", "are not forwarded")]
    [TestCase("proc/sys/fs/inotify/max_user_instances", "128", "INOTIFY", "128 inotify instances and 524288 watches")]
    [TestCase("proc/sys/fs/inotify/max_user_watches", "8192", "INOTIFY", "512 inotify instances and 8192 watches")]
    [TestCase(
        "proc/self/mountinfo",
        "27 1 254:0 / / rw,relatime - ext4 /dev/vda1 rw",
        "PROPAGATION",
        "/ is a private mount"
    )]
    public async Task A_limit_of_the_host(string file, string value, string code, string seen)
    {
        host.Write(file, value + "\n");
        await ShouldBeAsync(code, CheckState.Hint, seen, "");
    }

    [Test]
    public async Task Programs_are_told_as_JSON_and_people_in_columns()
    {
        free = 1L << 30;
        var results = await ExamineAsync();
        var (json, text) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        new DoctorReport(json).WriteJson(results);
        new DoctorReport(text).Write(results);
        var disk = JsonNode.Parse(json.ToString())!["checks"]!
            .AsArray()
            .Single(check => check!["code"]!.GetValue<string>() == "DISK")!;
        disk["state"]!.GetValue<string>().ShouldBe("problem");
        disk["remedy"]!.GetValue<string>().ShouldBe("docker system prune, or a larger disk");
        text.ToString().ShouldContain("problem  DISK             1.0 GiB free at /var/lib/docker");
        text.ToString().ShouldContain("\n                          help: docker system prune, or a larger disk\n");
        text.ToString().ShouldEndWith($"{results.Count - 1} fine, 0 hint, 1 problem\n");
    }

    [Test]
    public async Task The_verb_looks_at_this_host_whatever_it_is()
    {
        var run = await CommandLine.RunAsync("doctor", "--json", "--docker-path", "/nowhere/docker");
        run.Code.ShouldBe(ExitCode.Environment);
        var checks = JsonNode.Parse(run.Output)!["checks"]!.AsArray();
        checks[0]!["code"]!.GetValue<string>().ShouldBe("ENGINE");
        checks[0]!["seen"]!.GetValue<string>().ShouldBe("there is no /nowhere/docker on the PATH");
        checks.Count.ShouldBe((await ExamineAsync()).Count);
    }

    private static string FirstVersion(string controller) =>
        $"32 27 0:28 / /sys/fs/cgroup/{controller} rw,nosuid - cgroup cgroup rw,{controller}\n";

    private async Task ShouldBeAsync(string code, CheckState state, string seen, string remedy)
    {
        var results = await ExamineAsync();
        var result = results.Single(result => result.Code == code);
        result.State.ShouldBe(state, result.Seen);
        result.Seen.ShouldContain(seen);
        (result.Remedy ?? "").ShouldContain(remedy);
        // What one check sees is no business of the others.
        results
            .Where(other => other.Code != code)
            .ShouldAllBe(other => other.State == CheckState.Fine || IsSameFile(other.Code, code));
    }

    // Both are read from the mounts, of which a test replaces all.
    private static bool IsSameFile(string code, string other) =>
        new[] { "CGROUP", "PROPAGATION" } is var mounts && mounts.Contains(code) && mounts.Contains(other);

    private async Task<string> SeenAsync(string code) =>
        (await ExamineAsync()).Single(result => result.Code == code).Seen;

    private Task<IReadOnlyList<CheckResult>> ExamineAsync() =>
        HostDoctor.ExamineAsync(
            new HostFacts(host.Path)
            {
                User = "developer",
                FreeBytes = _ => free,
                RunAsync = (program, arguments, _) =>
                    Task.FromResult(programs.GetValueOrDefault($"{program} {arguments[0]}")),
            },
            default
        );
}
