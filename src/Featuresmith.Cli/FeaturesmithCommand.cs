using System.CommandLine;
using System.CommandLine.Help;
using Featuresmith.Cli.Commands;
using Featuresmith.Consuming;
using Featuresmith.Consuming.Locking;
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
    /// <param name="interruption">Asks the run to stop; left out, nothing does.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(
        string[] args,
        TextWriter output,
        TextWriter error,
        Interruption? interruption = null
    )
    {
        using var never = interruption is null ? new Interruption() : null;
        var stop = interruption ?? never!;
        var parsed = Build().Parse(args);
        EverywhereOptions.TellEnvironment(parsed);
        var isQuiet = parsed.Errors.Count == 0 && parsed.IsQuiet();
        var configuration = new InvocationConfiguration
        {
            Output = output,
            Error = isQuiet ? TextWriter.Null : error,
            EnableDefaultExceptionHandler = false,
            // Signals are ours: the library's handler throws in a thread where nobody catches.
            ProcessTerminationTimeout = null,
        };
        try
        {
            // Elsewhere, so that a verb which never looks at the token can be left behind.
            var run = Task.Run(() => parsed.InvokeAsync(configuration, stop.Token));
            if (await Task.WhenAny(run, stop.ExpiredAsync(Patience(parsed))) != run)
            {
                throw new OperationCanceledException();
            }

            var code = await run;
            return parsed.Errors.Count > 0 ? ExitCode.Usage : code;
        }
        catch (UsageException exception)
        {
            return Fail(error, exception, ExitCode.Usage, parsed);
        }
        catch (Exception exception) when (exception is ReferenceException or UneditableException)
        {
            return Fail(error, exception, ExitCode.Usage, parsed);
        }
        catch (EnvironmentLackException exception)
        {
            return Fail(error, exception, ExitCode.Environment, parsed);
        }
        catch (Exception exception) when (exception is LockingException or PackagingException)
        {
            return Fail(error, exception, ExitCode.Findings, parsed);
        }
        catch (RegistryException exception)
        {
            return Fail(error, exception, ExitCode.Refused, parsed);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Fail(error, exception, ExitCode.Usage, parsed);
        }
        catch (OperationCanceledException)
        {
            error.WriteLine("featuresmith: interrupted");
            return ExitCode.Interrupted;
        }
    }

    private static TimeSpan Patience(ParseResult parsed) =>
        parsed.CommandResult.Command is VerbCommand verb ? verb.Patience : TimeSpan.Zero;

    /// <summary>The command line with all verbs.</summary>
    internal static RootCommand Build()
    {
        var root = new RootCommand("Writes, checks, tests and publishes Dev Container Features.")
        {
            NewCommand.Build(),
            InitCommand.Build(),
            MigrateCommand.Build(),
            GenerateCommand.Build(),
            ValidateCommand.Build(),
            ExplainCommand.Build(),
            TestCommand.Build(),
            MatrixCommand.Build(),
            PackageCommand.Build(),
            PublishCommand.Build(),
            VersionCommand.Build(),
            DownloadsCommand.Build(),
            DocsCommand.Build(),
            CoverageCommand.Build(),
            GraphCommand.Build(),
            WatchCommand.Build(),
            CompletionCommand.Build(),
            ManualCommand.Build(),
            LockCommand.Build(),
            OutdatedCommand.Build(),
            UpgradeCommand.Build(),
            DoctorCommand.Build(),
            AddCommand.Build(),
            RemoveCommand.Build(),
            SetCommand.Build(),
            ConflictsCommand.Build(),
            ChooseCommand.Build(),
        };
        EverywhereOptions.AddTo(root);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new ExampleHelp((HelpAction)help.Action!);
        return root;
    }

    private static int Fail(TextWriter error, Exception exception, int code, ParseResult parsed)
    {
        error.WriteLine($"featuresmith: {exception.Message}");
        if (parsed.IsVerbose())
        {
            error.WriteLine(exception);
        }

        return code;
    }
}
