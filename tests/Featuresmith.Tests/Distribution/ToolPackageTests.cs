using System.Reflection;
using Featuresmith.Smoke;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Distribution;

/// <summary>The package of "dotnet pack", installed from a folder: no feed is asked, so that no network is needed.</summary>
public class ToolPackageTests
{
    private static readonly string Project = Path.Combine(RepositoryFiles.Root, "src", "Featuresmith.Cli");

    private static readonly string Configuration = typeof(ToolPackageTests)
        .Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!
        .Configuration;

    [Test]
    public async Task The_tool_is_packed_installed_and_run()
    {
        using var folder = new TemporaryFolder();
        // What the tests were built with is packed as it is: nothing is compiled or restored here, whatever else goes on.
        await DotNetAsync(
            folder,
            "pack",
            Project,
            "--no-build",
            "--no-restore",
            "-c",
            Configuration,
            "-o",
            Path.Combine(folder.Path, "packages"),
            "-p:IncludeSymbols=false"
        );
        var package = Directory.EnumerateFiles(Path.Combine(folder.Path, "packages")).ShouldHaveSingleItem();
        Path.GetFileName(package).ShouldMatch(@"^Featuresmith\.\d+\.\d+\.\d+\.nupkg$");
        var version = Path.GetFileNameWithoutExtension(package)["Featuresmith.".Length..];
        var feeds = folder.Write(
            "nuget.config",
            "<configuration><packageSources><clear /><add key=\"here\" value=\"packages\" /></packageSources></configuration>"
        );
        await DotNetAsync(
            folder,
            "tool",
            "install",
            "Featuresmith",
            "--version",
            version,
            "--tool-path",
            Path.Combine(folder.Path, "tools"),
            "--configfile",
            feeds
        );
        var program = Path.Combine(
            folder.Path,
            "tools",
            OperatingSystem.IsWindows() ? "featuresmith.exe" : "featuresmith"
        );
        (await RunAsync(folder, program, "--version")).ShouldStartWith(version);
        (await RunAsync(folder, program, "explain", "FS104")).ShouldStartWith("# FS104 default-in-enum");
    }

    private static Task<string> DotNetAsync(TemporaryFolder folder, params string[] arguments) =>
        RunAsync(folder, "dotnet", arguments);

    private static async Task<string> RunAsync(TemporaryFolder folder, string program, params string[] arguments)
    {
        using var log = new StringWriter();
        var result = await new ProcessRunner(log).RunAsync(
            program,
            arguments,
            default,
            folder.Path,
            new Dictionary<string, string>
            {
                // A cache of its own: what an earlier run installed under the same version must not be taken for this one.
                ["NUGET_PACKAGES"] = Path.Combine(folder.Path, "cache"),
                // Nor does anything depend on whose home this is, or leave anything there.
                ["DOTNET_CLI_HOME"] = folder.Path,
                ["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false",
                ["DOTNET_ADD_GLOBAL_TOOLS_TO_PATH"] = "false",
                ["DOTNET_NOLOGO"] = "1",
                ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
                ["MSBUILDDISABLENODEREUSE"] = "1",
            }
        );
        result.ExitCode.ShouldBe(0, log.ToString());
        return result.Output;
    }
}
