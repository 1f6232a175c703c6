using System.CommandLine;
using System.CommandLine.Help;
using Featuresmith.Cli.Commands;
using Featuresmith.Packaging;
using Featuresmith.Publishing;
using Featuresmith.Smoke;

namespace Featuresmith.Cli;

/// <summary>The command line as a whole, and the one place where failures become exit codes.</summary>
public static class FeaturesmithCommand
{
    /// <summary>Runs one command line.</summary>
    /// <param name="args">The arguments behind the program's name.</param>
    /// <param name="output">Receives results.</param>
    /// <param name="error">Receives progress and failures.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var parsed = Build().Parse(args);
        var configuration = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
        };
        try
        {
            var code = await parsed.InvokeAsync(configuration);
            return parsed.Errors.Count > 0 ? ExitCode.Usage : code;
        }
        catch (UsageException exception)
        {
            return Fail(error, exception, ExitCode.Usage);
        }
        catch (EnvironmentLackException exception)
        {
            return Fail(error, exception, ExitCode.Environment);
        }
        catch (PackagingException exception)
        {
            return Fail(error, exception, ExitCode.Findings);
        }
        catch (RegistryException exception)
        {
            return Fail(error, exception, ExitCode.Refused);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Fail(error, exception, ExitCode.Usage);
        }
        catch (OperationCanceledException)
        {
            error.WriteLine("featuresmith: interrupted");
            return ExitCode.Interrupted;
        }
    }

    private static RootCommand Build()
    {
        var root = new RootCommand("Writes, checks, tests and publishes Dev Container Features.")
        {
            GenerateCommand.Build(),
            ValidateCommand.Build(),
            ExplainCommand.Build(),
            TestCommand.Build(),
            MatrixCommand.Build(),
            PackageCommand.Build(),
            PublishCommand.Build(),
            VersionCommand.Build(),
            DownloadsCommand.Build(),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new ExampleHelp((HelpAction)help.Action!);
        return root;
    }

    private static int Fail(TextWriter error, Exception exception, int code)
    {
        error.WriteLine($"featuresmith: {exception.Message}");
        return code;
    }
}
