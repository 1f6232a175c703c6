using System.ComponentModel;
using Featuresmith.Cli;
using Featuresmith.Smoke;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Cli;

/// <summary>What shells complete, asked of the shells themselves; ignored where one is not installed.</summary>
[Platform("Linux")]
public class CompletionCommandTests
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "featuresmith");

    [TestCase("featuresmith gen", "generate")]
    [TestCase("featuresmith generate --pr", "--project-folder --prune")]
    [TestCase("featuresmith generate -f he", "hello")]
    [TestCase("featuresmith explain FS10", "FS101 FS102 FS103 FS104 FS105 FS106 FS107 FS108 FS109")]
    [TestCase("featuresmith validate --format ", "github json sarif text")]
    [TestCase("featuresmith completion f", "fish")]
    public async Task Bash_completes_verbs_flags_Features_rules_and_values(string line, string expected)
    {
        var words = line.Split(' ');
        var found = await AskAsync(
            "bash",
            "--norc",
            "-c",
            $"""
            source "$1"
            COMP_WORDS=({line}{(line.EndsWith(' ') ? " ''" : "")}) COMP_CWORD={words.Length
                - 1} COMP_LINE='{line}' COMP_POINT={line.Length}
            _featuresmith
            printf '%s\n' "${"{COMPREPLY[@]}"}"
            """,
            "bash"
        );
        found.ShouldBe(expected.Split(' '));
    }

    [Test]
    public async Task Bash_completes_behind_the_cursor_only_what_stands_before_it() =>
        (
            await AskAsync(
                "bash",
                "--norc",
                "-c",
                """
                source "$1"
                COMP_WORDS=(featuresmith gen --check) COMP_CWORD=1 COMP_LINE='featuresmith gen --check' COMP_POINT=16
                _featuresmith
                printf '%s\n' "${COMPREPLY[@]}"
                """,
                "bash"
            )
        ).ShouldBe(["generate"]);

    [TestCase("featuresmith gen", "generate")]
    [TestCase("featuresmith generate -f h", "hello")]
    public async Task Zsh_completes_them_too(string line, string expected)
    {
        // The function of zsh's own completion system that takes what was found is replaced by one that prints it.
        var found = await AskAsync(
            "zsh",
            "-f",
            "-c",
            $"""
            compdef() {"{ :; }"}; compadd() {"{ print -rl -- ${(P)argv[-1]}; }"}; _files() {"{ :; }"}
            source "$1"
            words=({line}) CURRENT={line.Split(' ').Length}
            _featuresmith
            """,
            "zsh"
        );
        found.ShouldContain(expected);
    }

    [TestCase("featuresmith gen", "generate")]
    [TestCase("featuresmith generate -f h", "hello")]
    public async Task Fish_completes_them_too(string line, string expected) =>
        (
            await AskAsync("fish", "--no-config", "-c", $"source $argv[1]; complete --do-complete '{line}'")
        ).ShouldContain(expected);

    [Test]
    public async Task PowerShell_completes_them_too() =>
        (
            await AskAsync(
                "pwsh",
                "-NoProfile",
                "-Command",
                "& { param($script) Get-Content -Raw $script | Invoke-Expression; "
                    + "(TabExpansion2 -inputScript 'featuresmith gen' -cursorColumn 16).CompletionMatches.CompletionText }"
            )
        ).ShouldContain("generate");

    [Test]
    public async Task An_unknown_shell_is_a_usage_error() =>
        (await CommandLine.RunAsync("completion", "tcsh")).Code.ShouldBe(ExitCode.Usage);

    // Runs a shell in a small repository, with the script's path as its last argument and the program in its PATH.
    private static async Task<IReadOnlyList<string>> AskAsync(string shell, params string[] arguments)
    {
        using var repository = new SmallRepository();
        var script = await CommandLine.RunAsync("completion", shell);
        script.Code.ShouldBe(ExitCode.Clean);
        var file = repository.Folder.Write($"completion.{shell}", script.Output);
        try
        {
            using var log = new StringWriter();
            var result = await new ProcessRunner(log).RunAsync(
                shell,
                [.. arguments, file],
                default,
                repository.Folder.Path,
                new Dictionary<string, string>
                {
                    ["PATH"] = $"{Path.GetDirectoryName(Program)}:{Environment.GetEnvironmentVariable("PATH")}",
                    ["HOME"] = repository.Folder.Path,
                    ["TERM"] = "dumb",
                }
            );
            result.ExitCode.ShouldBe(0, log.ToString());
            return result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (Win32Exception)
        {
            Assert.Ignore($"{shell} is not installed, so that nobody here can ask it.");
            throw;
        }
    }
}
