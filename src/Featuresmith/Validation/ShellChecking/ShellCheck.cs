using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Featuresmith.Diagnostics;
using Featuresmith.Syntax.Shell;

namespace Featuresmith.Validation.ShellChecking;

/// <summary>Runs shellcheck over the scripts of Features, where it is installed, and shows what it finds as ours.</summary>
/// <param name="program">Its path.</param>
public sealed class ShellCheck(string program)
{
    private const string Name = "shellcheck";

    // A script of a thousand lines takes it about a second.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>shellcheck of the PATH; null where there is none.</summary>
    public static ShellCheck? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? Name + ".exe" : Name))
            .Where(File.Exists)
            .Select(file => new ShellCheck(file))
            .FirstOrDefault();

    /// <summary>What shellcheck finds in the scripts of Features. Its own comments, "# shellcheck disable=…", hold.</summary>
    /// <returns>Findings named "FS2-SC" and shellcheck's number; none where it cannot be run or says nothing that can be read.</returns>
    /// <exception cref="IOException">The scripts cannot be handed over.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    public IEnumerable<Diagnostic> Check(IEnumerable<FeatureFolder> features, CancellationToken cancellation = default)
    {
        var scripts = features.SelectMany(ScriptsOf).ToList();
        var found = new List<Diagnostic>();
        // It wants one dialect for all files that do not name theirs.
        foreach (var group in scripts.GroupBy(script => script.Dialect, script => script.Script))
        {
            found.AddRange(Check([.. group], group.Key, cancellation));
        }

        return found;
    }

    private static IEnumerable<Candidate> ScriptsOf(FeatureFolder feature) =>
        from script in feature.Scripts.All
        // It reads no zsh.
        where
            script.Interpreter is { } interpreter
                ? interpreter.Name is "sh" or "bash" or "dash" or "ksh" or "ash"
                // Whose shell a file without a first line is made for, only install.sh says by sourcing it.
                : feature.Scripts.Installing.Contains(script)
        let install = feature.Scripts.Install?.Interpreter is { Name: "bash" } ? "bash" : "sh"
        select new Candidate(script, script.Interpreter is null ? install : null);

    // The dialect is that of a script which does not name its own.
    private sealed record Candidate(ShellScript Script, string? Dialect);

    private List<Diagnostic> Check(IReadOnlyList<ShellScript> scripts, string? dialect, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("featuresmith-shellcheck-");
        try
        {
            // Rendered scripts are not on the disk, so all are handed over the same way: under their number.
            for (var number = 0; number < scripts.Count; number++)
            {
                File.WriteAllText(Path.Combine(folder.FullName, $"{number}"), scripts[number].Source.Text);
            }

            var files = Enumerable.Range(0, scripts.Count).Select(number => $"{number}");
            string[] flags = ["--format=json1", "--severity=info", "--norc"];
            var arguments = flags.Concat(dialect is null ? [] : [$"--shell={dialect}"]).Concat(files);
            return ShellCheckReport.Read(Run(folder.FullName, arguments, cancellation), scripts);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private string Run(string folder, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
                // It fails to write what its locale has no characters for.
                Environment = { ["LC_ALL"] = "C.UTF-8" },
            },
        };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return "";
        }

        using var stop = cancellation.Register(() => Kill(process));
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        if (!process.WaitForExit(Patience))
        {
            Kill(process);
            return "";
        }

        cancellation.ThrowIfCancellationRequested();
        error.Wait(CancellationToken.None);
        return output.Result;
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception)
            when (exception is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself.
        }
    }
}
