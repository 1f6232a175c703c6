using System.Diagnostics;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Smoke;

/// <summary>The library that test scripts source, run by real shells.</summary>
[Platform(Exclude = "Win")]
public class TestLibraryTests
{
    private static readonly string Library = Path.Combine(
        RepositoryFiles.Root,
        "src/Featuresmith/Smoke/dev-container-features-test-lib"
    );

    [TestCase("sh")]
    [TestCase("bash")]
    public void A_passing_check_is_reported_with_its_time(string shell)
    {
        var (code, output) = Run(shell, "check 'it is true' true; reportResults");
        code.ShouldBe(0);
        output.ShouldMatch(@"::featuresmith check pass \d+ it is true\n");
    }

    [TestCase("sh")]
    [TestCase("bash")]
    public void A_failing_check_fails_the_script_though_later_ones_pass(string shell)
    {
        var (code, output) = Run(shell, "check no false; check yes true; reportResults");
        code.ShouldBe(1);
        output.ShouldMatch(@"::featuresmith check fail \d+ no\n");
    }

    [TestCase("2", 0)]
    [TestCase("3", 1)]
    public void CheckMultiple_wants_a_minimum(string minimum, int expected) =>
        Run("sh", $"checkMultiple some {minimum} 'test -d /' false true; reportResults").Code.ShouldBe(expected);

    [TestCase("sh")]
    [TestCase("bash")]
    public void A_check_in_a_pipe_counts_although_it_runs_in_a_subshell(string shell) =>
        Run(shell, "set -e; check greets echo hello | grep hello; reportResults").Code.ShouldBe(0);

    [TestCase("sh")]
    [TestCase("bash")]
    public void Where_nothing_can_be_written_checks_still_count(string shell) =>
        Run(shell, "set -e; check yes true; reportResults", "/nowhere").Code.ShouldBe(0);

    [Test]
    public void A_script_without_a_check_does_not_pass() => Run("sh", "reportResults").Code.ShouldBe(1);

    private static (int Code, string Output) Run(string shell, string script, string temporary = "/tmp")
    {
        using var process = Process.Start(
            new ProcessStartInfo(shell, ["-c", $". {Library}; {script}"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["TMPDIR"] = temporary },
            }
        )!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
