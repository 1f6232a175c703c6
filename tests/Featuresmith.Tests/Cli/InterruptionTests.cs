using System.Diagnostics;
using Featuresmith.Cli;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Cli;

public class InterruptionTests
{
    // Longer than any test waits: the run ends because it was told to.
    private const string Sleeper = "#!/bin/sh\necho >\"$(dirname \"$0\")/begun\"\nexec sleep 600\n";

    [Test]
    public async Task A_run_that_is_told_to_stop_says_so_and_exits_with_130()
    {
        using var repository = new SmallRepository();
        await repository.GenerateAsync();
        using var interruption = new Interruption();
        interruption.Stop();
        var (output, error) = (new StringWriter(), new StringWriter { NewLine = "\n" });
        var code = await FeaturesmithCommand.RunAsync(
            ["validate", repository.Folder.Path],
            output,
            error,
            interruption
        );
        code.ShouldBe(ExitCode.Interrupted);
        error.ToString().ShouldBe("featuresmith: interrupted\n");
        output.ToString().ShouldBeEmpty();
    }

    [TestCase("TERM")]
    [TestCase("INT")]
    [TestCase("HUP")]
    [Platform("Linux")]
    public async Task A_signal_ends_the_process_and_what_it_began(string signal)
    {
        using var folder = new TemporaryFolder();
        using var repository = new SmallRepository();
        await repository.GenerateAsync();
        var program = folder.Write("bin/shellcheck", Sleeper);
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var temporary = Directory.CreateDirectory(Path.Combine(folder.Path, "tmp")).FullName;
        using var process = ProgramProcess.Start(
            new Dictionary<string, string>
            {
                ["PATH"] = $"{folder.Path}/bin:{Environment.GetEnvironmentVariable("PATH")}",
                ["TMPDIR"] = temporary,
            },
            "validate",
            repository.Folder.Path
        );
        while (!File.Exists(Path.Combine(folder.Path, "bin/begun")))
        {
            process.HasExited.ShouldBeFalse(await ErrorOf(process));
            await Task.Delay(20);
        }

        using var kill = Process.Start("kill", ["-s", signal, $"{process.Id}"]);
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(ExitCode.Interrupted);
        (await process.StandardError.ReadToEndAsync()).ShouldBe("featuresmith: interrupted\n");
        Directory.EnumerateFileSystemEntries(temporary).ShouldBeEmpty();
    }

    private static async Task<string> ErrorOf(Process process) =>
        process.HasExited ? await process.StandardError.ReadToEndAsync() : "";
}
