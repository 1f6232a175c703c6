using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Featuresmith.Cli.Commands;

namespace Featuresmith.Cli;

/// <summary>The library's own help, and below it the verb's example.</summary>
internal sealed class ExampleHelp(HelpAction help) : SynchronousCommandLineAction
{
    // Help is asked for by people whose command line is not yet right.
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is VerbCommand verb)
        {
            parseResult.InvocationConfiguration.Output.WriteLine($"Example:\n  {verb.Example}\n");
        }

        return code;
    }
}
