using System.ComponentModel;
using System.Globalization;
using Featuresmith.Smoke;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Collection;

/// <summary>
/// <c>nest_cgroups</c> of templates/shared/nesting.sh.sbn against a folder in place of a cgroup v2 file system, in each shell that may run it.
/// What the kernel does is not in a folder: a process stays in <c>cgroup.procs</c>, and a file keeps the last write only.
/// </summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[TestFixture("dash")]
[TestFixture("busybox sh")]
[TestFixture("bash --posix")]
public sealed class CgroupNestingTests(string shell) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Cgroups => Path.Combine(folder.Path, "cgroup");

    [SetUp]
    public void A_cgroup_v2_root()
    {
        Directory.CreateDirectory(Cgroups);
        Write("cgroup.controllers", "cpuset cpu io memory pids\n");
        Write("cgroup.procs", "0\n1\n42\n");
        Write("cgroup.subtree_control", "");
        File.WriteAllText(Path.Combine(folder.Path, "own"), "0::/\n");
    }

    public void Dispose() => folder.Dispose();

    [Test]
    public async Task Processes_move_to_a_leaf_and_every_controller_is_handed_on()
    {
        var output = await Nest();

        output.ShouldBe("");
        Read("init/cgroup.procs").ShouldBe("42\n");
        Read("cgroup.subtree_control").ShouldBe("+cpuset +cpu +io +memory +pids\n");
    }

    [Test]
    public async Task A_container_that_came_into_the_leaf_by_a_restart_is_nested_as_well()
    {
        File.WriteAllText(Path.Combine(folder.Path, "own"), "0::/init\n");

        await Nest();

        Read("cgroup.subtree_control").ShouldBe("+cpuset +cpu +io +memory +pids\n");
    }

    [Test]
    public async Task The_hosts_own_cgroups_are_left_alone()
    {
        File.WriteAllText(Path.Combine(folder.Path, "own"), "0::/system.slice/docker.service\n");

        await Nest();

        Directory.Exists(Path.Combine(Cgroups, "init")).ShouldBeFalse();
        Read("cgroup.subtree_control").ShouldBe("");
    }

    [Test]
    public async Task Cgroup_v1_is_left_alone()
    {
        File.Delete(Path.Combine(Cgroups, "cgroup.controllers"));

        await Nest();

        Directory.Exists(Path.Combine(Cgroups, "init")).ShouldBeFalse();
    }

    [Test]
    public async Task A_file_system_that_takes_no_folder_is_said()
    {
        Write("init", "a file, as a read-only file system would be in the way");

        (await Nest()).ShouldContain($"{Cgroups} is read-only; limits on inner containers will not work");
    }

    [Test]
    public async Task Controllers_that_the_kernel_keeps_are_said_once_patience_has_run_out()
    {
        File.Delete(Path.Combine(Cgroups, "cgroup.subtree_control"));
        Directory.CreateDirectory(Path.Combine(Cgroups, "cgroup.subtree_control"));

        (await Nest(patience: 5)).ShouldContain("could not hand cgroup controllers to inner containers");
    }

    [Test]
    public async Task It_is_tried_again_until_the_kernel_takes_them()
    {
        // A link to a place that comes into being after a while stands in for EBUSY.
        var late = Path.Combine(folder.Path, "late");
        File.Delete(Path.Combine(Cgroups, "cgroup.subtree_control"));
        File.CreateSymbolicLink(Path.Combine(Cgroups, "cgroup.subtree_control"), Path.Combine(late, "subtree_control"));

        var nesting = Nest(patience: 3000);
        await Task.Delay(TimeSpan.FromMilliseconds(100));
        Directory.CreateDirectory(late);

        (await nesting).ShouldBe("");
        File.ReadAllText(Path.Combine(late, "subtree_control")).ShouldBe("+cpuset +cpu +io +memory +pids\n");
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(Cgroups, file), text);

    private string Read(string file) => File.ReadAllText(Path.Combine(Cgroups, file));

    private async Task<string> Nest(int patience = 0)
    {
        var partial = Path.Combine(RepositoryFiles.Root, "templates", "shared", "nesting.sh.sbn");
        var script = string.Create(
            CultureInfo.InvariantCulture,
            $"set -eu; warn() {{ echo \"$*\"; }}; . '{partial}'; nest_cgroups '{Cgroups}' {patience} '{folder.Path}/own'"
        );
        string[] command = [.. shell.Split(' '), "-c", script];
        using var output = new StringWriter();
        try
        {
            var result = await new ProcessRunner(output).RunAsync(command[0], command[1..], CancellationToken.None);
            result.ExitCode.ShouldBe(0, output.ToString());
        }
        catch (Win32Exception)
        {
            Assert.Ignore($"{command[0]} is not installed: tests/host/up.sh --tools installs it");
        }

        return output.ToString();
    }
}
