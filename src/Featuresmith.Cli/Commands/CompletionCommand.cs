using System.CommandLine;

namespace Featuresmith.Cli.Commands;

/// <summary>Prints what makes a shell complete our command lines.</summary>
internal static class CompletionCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    public static Command Build()
    {
        var shell = new Argument<string>("SHELL") { Description = string.Join(", ", Shells) };
        shell.AcceptOnlyFromAmong(Shells);
        var command = new VerbCommand(
            "completion",
            "Print a script that completes verbs, flags, Features and rules in a shell.",
            "featuresmith completion bash"
        )
        {
            shell,
        };
        command.SetAction(parsed => parsed.InvocationConfiguration.Output.Write(Script(parsed.GetValue(shell)!)));
        return command;
    }

    // The scripts ask the program itself, so that they know Features and rules, and never fall behind it.
    private static string Script(string shell)
    {
        var name = $"completion/featuresmith.{shell}";
        using var text = new StreamReader(typeof(CompletionCommand).Assembly.GetManifestResourceStream(name)!);
        return text.ReadToEnd();
    }
}
