using Featuresmith.Cli;

namespace Featuresmith.SmokeTests;

/// <summary>Runs the real command line in this process.</summary>
internal sealed record CommandLine(int Code, string Output, string Error)
{
    public static async Task<CommandLine> RunAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var code = await FeaturesmithCommand.RunAsync(arguments, output, error);
        return new CommandLine(code, output.ToString(), error.ToString());
    }
}
