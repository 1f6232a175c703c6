using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Featuresmith.Smoke;

/// <summary>Runs programs, streaming what they write into a log, and leaves none behind.</summary>
/// <param name="log">Receives both output streams, line by line, as they come; null for nowhere.</param>
public sealed class ProcessRunner(TextWriter? log)
{
    private readonly TextWriter? log = log is null ? null : TextWriter.Synchronized(log);

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">Its name or path.</param>
    /// <param name="arguments">Its arguments, unquoted.</param>
    /// <param name="cancellation">Kills the whole process tree.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled; the process tree is gone.</exception>
    /// <exception cref="Win32Exception">There is no such program.</exception>
    public async Task<ProcessResult> RunAsync(
        string program,
        IEnumerable<string> arguments,
        CancellationToken cancellation
    )
    {
        cancellation.ThrowIfCancellationRequested();
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Take(line.Data, output);
        process.ErrorDataReceived += (_, line) => Take(line.Data, null);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            // Waiting for the streams too would hang on a grandchild that fled the tree and kept them open.
            process.WaitForExit(TimeSpan.FromSeconds(5));
            throw;
        }

        return new ProcessResult(process.ExitCode, output.ToString());
    }

    private void Take(string? line, StringBuilder? output)
    {
        if (line is null)
        {
            return;
        }

        output?.AppendLine(line);
        log?.WriteLine(line);
    }
}
