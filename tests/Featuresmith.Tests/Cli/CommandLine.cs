using Featuresmith.Cli;

namespace Featuresmith.Tests.Cli;

/// <summary>Runs the real command line in this process.</summary>
internal sealed record CommandLine(int Code, string Output, string Error)
{
    public static async Task<CommandLine> RunAsync(params string[] args)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        var code = await FeaturesmithCommand.RunAsync(args, output, error);
        return new CommandLine(code, output.ToString(), error.ToString());
    }
}
