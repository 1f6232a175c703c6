using Featuresmith.Smoke;
using NUnit.Framework;

namespace Featuresmith.SmokeTests;

/// <summary>What the machine offers to these tests.</summary>
internal static class Host
{
    /// <summary>A base image that tests/host/up.sh makes.</summary>
    public const string BaseImage = "debian:trixie";

    /// <summary>The engine; the test is ignored, and says why, where the machine has none or lacks the CLI.</summary>
    public static async Task<ContainerEngine> EngineAsync()
    {
        var engine = new ContainerEngine("docker");
        try
        {
            await engine.VersionAsync(CancellationToken.None);
            await DevContainerCli.VersionAsync(CancellationToken.None);
        }
        catch (EnvironmentLackException lack)
        {
            Assert.Ignore(lack.Message);
        }

        return engine;
    }

    /// <summary>Names of all containers, images, volumes and workspaces of smoke runs that are on the machine.</summary>
    public static async Task<IReadOnlyList<string>> LeftoversAsync()
    {
        var process = new ProcessRunner(null);
        var lists = new[]
        {
            await process.RunAsync("docker", ["ps", "--all", "--quiet", "--filter", "label=featuresmith.run"], default),
            await process.RunAsync("docker", ["image", "ls", "--quiet", "--filter", "reference=vsc-fsm*"], default),
            await process.RunAsync("docker", ["volume", "ls", "--quiet", "--filter", "name=fsm-smoke-test"], default),
        };
        return
        [
            .. lists.SelectMany(list => list.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            .. Directory.EnumerateDirectories(Path.GetTempPath(), "featuresmith-fsm*"),
        ];
    }

    /// <summary>Folders and processes of smoke runs that are on the machine, sorted.</summary>
    public static IReadOnlyList<string> Traces() =>
        [
            .. Directory
                .EnumerateDirectories(Path.GetTempPath(), "featuresmith-fsm*")
                .Concat(
                    Directory
                        .EnumerateDirectories("/proc")
                        .Select(CommandLine)
                        .Where(line =>
                            line.Contains(
                                Path.Combine(Path.GetTempPath(), "featuresmith-fsm"),
                                StringComparison.Ordinal
                            )
                        )
                )
                .Order(StringComparer.Ordinal),
        ];

    private static string CommandLine(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ');
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
