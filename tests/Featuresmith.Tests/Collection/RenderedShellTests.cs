using System.ComponentModel;
using Featuresmith.Smoke;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Collection;

/// <summary>The generated scripts, read by every shell that may run them and by shellcheck.</summary>
public class RenderedShellTests
{
    private static readonly string Features = Path.Combine(RepositoryFiles.Root, "features");

    // What a Feature installs runs under whatever /bin/sh the image has.
    private static IEnumerable<string> Installed => Scripts("src").Where(script => !IsBash(script));

    private static IEnumerable<string> Tests => Scripts("test");

    // A file without "#!" is a part that another script sources: its variables are set and read elsewhere.
    private static string[] ShellCheckArguments(string script) =>
        FirstLine(script) switch
        {
            var line when line.StartsWith("#!", StringComparison.Ordinal) => [],
            var line when line.StartsWith("# shellcheck shell=", StringComparison.Ordinal) =>
            [
                "--exclude=SC2034,SC2154",
            ],
            _ => ["--shell=sh", "--exclude=SC2034,SC2154"],
        };

    [TestCaseSource(nameof(Installed))]
    public async Task Every_shell_parses_what_a_Feature_installs(string script)
    {
        string[][] shells =
        [
            ["dash", "-n"],
            ["busybox", "sh", "-n"],
            ["bash", "--posix", "-n"],
        ];
        foreach (var shell in shells)
        {
            await ShouldSucceed([.. shell, Path.Combine(Features, script)]);
        }
    }

    [TestCaseSource(nameof(Installed))]
    public Task Shellcheck_finds_nothing_in_what_a_Feature_installs(string script) =>
        ShouldSucceed(["shellcheck", .. ShellCheckArguments(script), Path.Combine(Features, script)]);

    // Quotes that expand later are what test scripts are made of (SC2016, an info), so warnings and errors only.
    [TestCaseSource(nameof(Tests))]
    public Task Shellcheck_has_no_warning_for_a_test_script(string script) =>
        ShouldSucceed([
            "shellcheck",
            "--severity=warning",
            "--external-sources",
            "--source-path=SCRIPTDIR",
            .. ShellCheckArguments(script),
            Path.Combine(Features, script),
        ]);

    private static async Task ShouldSucceed(string[] command)
    {
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
    }

    private static IEnumerable<string> Scripts(string part) =>
        Directory
            .EnumerateFiles(Path.Combine(Features, part), "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".sh", StringComparison.Ordinal) || IsShell(FirstLine(file)))
            .Select(file => Path.GetRelativePath(Features, file))
            .Order(StringComparer.Ordinal);

    private static bool IsShell(string line) =>
        line.StartsWith("#!", StringComparison.Ordinal) && line.EndsWith("sh", StringComparison.Ordinal);

    private static bool IsBash(string script) =>
        FirstLine(Path.Combine(Features, script)).EndsWith("bash", StringComparison.Ordinal);

    private static string FirstLine(string script) =>
        File.ReadLines(Path.Combine(Features, script)).FirstOrDefault() ?? "";
}
