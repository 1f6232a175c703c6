using System.Text.RegularExpressions;
using Featuresmith.Smoke;

namespace Featuresmith.Tests.Journey;

/// <summary>
/// The recording in the repository's README.md: commands behind "$ ", and what they print. It is run again in an empty folder, with the
/// program of this build. With FEATURESMITH_RECORD=1 in the environment what is printed now takes the place of what stands there.
/// </summary>
internal static partial class ReadmeRecording
{
    private const string Begin = "<!-- recording: a test runs it again -->\n```console\n";
    private const string End = "```\n<!-- /recording -->";
    private const string Prompt = "$ ";

    /// <summary>Whether a recording is made instead of compared.</summary>
    public static bool IsMade => Environment.GetEnvironmentVariable("FEATURESMITH_RECORD") == "1";

    /// <summary>The commands as README.md has them.</summary>
    public static IReadOnlyList<RecordedCommand> Read(string readme)
    {
        var text = File.ReadAllText(readme);
        var start = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var commands = new List<RecordedCommand>();
        foreach (var line in text[start..text.IndexOf(End, start, StringComparison.Ordinal)].TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith(Prompt, StringComparison.Ordinal))
            {
                commands.Add(new RecordedCommand(line[Prompt.Length..], ""));
            }
            else
            {
                commands[^1] = commands[^1] with { Output = $"{commands[^1].Output}{line}\n" };
            }
        }

        return commands;
    }

    /// <summary>Puts commands into README.md.</summary>
    public static void Write(string readme, IEnumerable<RecordedCommand> commands)
    {
        var text = File.ReadAllText(readme);
        var start = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = text.IndexOf(End, start, StringComparison.Ordinal);
        var recording = string.Concat(commands.Select(command => $"{Prompt}{command.Line}\n{command.Output}"));
        File.WriteAllText(readme, text[..start] + recording + text[end..]);
    }

    /// <summary>Runs a command as a person does who stands in a folder and has the program in the PATH.</summary>
    /// <returns>The command with what it printed, without colours.</returns>
    /// <exception cref="InvalidOperationException">It failed; the message has what it printed.</exception>
    public static async Task<RecordedCommand> RunAsync(string line, string folder)
    {
        var path = $"{AppContext.BaseDirectory.TrimEnd('/')}:{Environment.GetEnvironmentVariable("PATH")}";
        var result = await new ProcessRunner(null).RunAsync(
            "bash",
            ["-c", $"exec 2>&1; {line}"],
            default,
            folder,
            new Dictionary<string, string>
            {
                ["PATH"] = path,
                ["NO_COLOR"] = "1",
                ["TERM"] = "dumb",
                ["COLUMNS"] = "100",
            }
        );
        var output = string.Join("", result.Output.Split('\n').SkipLast(1).Select(shown => $"{shown.TrimEnd()}\n"));
        return result.ExitCode == 0
            ? new RecordedCommand(line, output)
            : throw new InvalidOperationException($"$ {line}\n{output}ended with {result.ExitCode}");
    }

    /// <summary>An output with nothing in it that another run may say otherwise: durations, digests, widths, versions of other programs.</summary>
    public static string Stable(string output)
    {
        var text = Seconds().Replace(Digest().Replace(output, "sha256:…"), "0.0");
        return string.Join(
            '\n',
            text.Split('\n').Select(line => Blanks().Replace(Rule().Replace(line, "─"), " ").Trim())
        );
    }

    [GeneratedRegex(@"(?<![\w.])\d+\.\d(?![\w.])")]
    private static partial Regex Seconds();

    [GeneratedRegex("sha256:[0-9a-f]{64}")]
    private static partial Regex Digest();

    [GeneratedRegex("─+")]
    private static partial Regex Rule();

    [GeneratedRegex(" +")]
    private static partial Regex Blanks();
}
