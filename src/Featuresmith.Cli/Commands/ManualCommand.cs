using System.CommandLine;
using Featuresmith.Cli.Manual;

namespace Featuresmith.Cli.Commands;

/// <summary>Prints the manual page.</summary>
internal static class ManualCommand
{
    public static Command Build()
    {
        var command = new VerbCommand("manual", "Print the manual page, for man(1).", "featuresmith manual");
        command.SetAction(parsed =>
            new ManualPage(parsed.InvocationConfiguration.Output).Write((RootCommand)parsed.RootCommandResult.Command)
        );
        return command;
    }
}
