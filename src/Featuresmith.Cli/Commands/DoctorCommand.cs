using System.CommandLine;
using System.ComponentModel;
using Featuresmith.Doctor;
using Featuresmith.Reporting;
using Featuresmith.Smoke;

namespace Featuresmith.Cli.Commands;

/// <summary>Says whether this host is fit for nested containers.</summary>
internal static class DoctorCommand
{
    // A client whose engine hangs would never answer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static Command Build()
    {
        var engine = new Option<string>("--docker-path")
        {
            Description = "The container engine's client",
            HelpName = "PATH",
            DefaultValueFactory = _ => "docker",
        };
        var command = new VerbCommand(
            "doctor",
            "Look at this host with the eyes of nested containers: each check with a code, what was seen, and what helps.",
            "featuresmith doctor --json"
        )
        {
            engine,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var host = new HostFacts
                {
                    EnginePath = parsed.GetValue(engine)!,
                    User = Environment.UserName,
                    RunAsync = RunAsync,
                    FreeBytes = FreeBytes,
                };
                var results = await HostDoctor.ExamineAsync(host, cancellation);
                var report = new DoctorReport(parsed.InvocationConfiguration.Output);
                if (parsed.WantsJson())
                {
                    report.WriteJson(results);
                }
                else
                {
                    report.Write(results);
                }

                return results.Any(result => result.State == CheckState.Problem)
                    ? ExitCode.Environment
                    : ExitCode.Clean;
            }
        );
        return command;
    }

    private static async Task<(int Code, string Output)?> RunAsync(
        string program,
        string[] arguments,
        CancellationToken cancellation
    )
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        var said = new StringWriter { NewLine = "\n" };
        try
        {
            var result = await new ProcessRunner(said).RunAsync(program, arguments, patience.Token);
            return (result.ExitCode, result.Succeeded ? result.Output : said.ToString());
        }
        catch (Win32Exception)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (1, $"no answer within {Patience.TotalSeconds} seconds");
        }
    }

    private static long? FreeBytes(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
