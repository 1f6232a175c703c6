using Featuresmith.Diagnostics;
using Featuresmith.Reporting;
using Featuresmith.Smoke;
using Featuresmith.Smoke.Sandbox;

namespace Featuresmith.Cli.Commands;

/// <summary>One call of "test --engine sandbox".</summary>
/// <param name="Run">The call; what speaks of containers in it is not used.</param>
internal sealed record SandboxRun(TestRun Run)
{
    private const string Title =
        "sandbox: install.sh without containers, against stubs; proves that options reach something, and is no smoke test";

    /// <summary>Prints the cases.</summary>
    public async Task<int> ListAsync(CancellationToken cancellation)
    {
        var (_, cases) = await PlanAsync(cancellation);
        Run.PrintNames(cases.Select(sandboxCase => sandboxCase.AsSmokeCase));
        return cases.Count > 0 ? ExitCode.Clean : ExitCode.Findings;
    }

    /// <summary>Runs the cases.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new EnvironmentLackException("the sandbox needs Linux", "run it in WSL, or test without --engine");
        }

        var (collection, cases) = await PlanAsync(cancellation);
        if (cases.Count == 0)
        {
            return ExitCode.Findings;
        }

        var settings = new SmokeSettings(TestRun.NewLogFolder(), Run.Jobs, Run.Timeout);
        Run.Error.WriteLine(
            $"{cases.Count} cases in the sandbox, {settings.Jobs} at a time, logs in {settings.LogFolder}"
        );
        var runner = new SandboxRunner(collection, settings);
        var results = await Run.Progress()
            .ShowAsync(cases.Count,
                // Only looked at where the platform was.
#pragma warning disable CA1416
                (begun, ended) => runner.RunAsync(cases, begun, ended, cancellation)
#pragma warning restore CA1416
            );
        (Run.Json ? Run.Error : Run.Output).WriteLine(Title);
        Run.Print(results);
        await Run.WriteReportsAsync(collection, results, cancellation);
        return results.All(result => result.Passed) ? ExitCode.Clean : ExitCode.Findings;
    }

    private async Task<(SmokeCollection Collection, IReadOnlyList<SandboxCase> Cases)> PlanAsync(
        CancellationToken cancellation
    )
    {
        var bag = new DiagnosticBag();
        var (collection, cases) = await Run.Choice.SandboxCasesAsync(bag, cancellation);
        return (collection, Run.Usable(cases, bag));
    }
}
