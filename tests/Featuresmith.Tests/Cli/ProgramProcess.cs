using System.Diagnostics;

namespace Featuresmith.Tests.Cli;

/// <summary>The real program in a process of its own, for what a process has only one of: signals, the environment.</summary>
internal static class ProgramProcess
{
    /// <summary>Starts it, with its output and errors to be read.</summary>
    /// <param name="environment">Variables to set; an empty one is taken away.</param>
    /// <param name="arguments">The command line.</param>
    public static Process Start(IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        // The tests' own process may have been started with signals ignored, which children inherit; env gives them back.
        var start = new ProcessStartInfo(
            "env",
            ["--default-signal", Path.Combine(AppContext.BaseDirectory, "featuresmith"), .. arguments]
        )
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_EnableDiagnostics"] = "0" },
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value.Length > 0 ? value : null;
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<CommandLine> RunAsync(
        IReadOnlyDictionary<string, string> environment,
        params IEnumerable<string> arguments
    )
    {
        using var process = Start(environment, arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new CommandLine(process.ExitCode, await output, await error);
    }
}
