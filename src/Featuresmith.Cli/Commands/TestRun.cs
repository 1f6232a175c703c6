using System.Globalization;
using System.Text.Json.Nodes;
using Featuresmith.Diagnostics;
using Featuresmith.Reporting;
using Featuresmith.Smoke;
using Spectre.Console;

namespace Featuresmith.Cli.Commands;

/// <summary>One call of "test".</summary>
internal sealed record TestRun(
    CaseChoice Choice,
    string EnginePath,
    int Jobs,
    TimeSpan Timeout,
    int Retries,
    bool FailFast,
    string? CacheFolder,
    IReadOnlyList<ReportRequest> Reports,
    TextWriter Output,
    TextWriter Error
)
{
    /// <summary>Whether the results, or the list of cases, are printed as JSON.</summary>
    public bool Json { get; init; }

    /// <summary>Prints the cases.</summary>
    public async Task<int> ListAsync(CancellationToken cancellation)
    {
        var (_, cases) = await PlanAsync(cancellation);
        if (Json)
        {
            Output.WriteLine(new JsonArray([.. cases.Select(smokeCase => smokeCase.Name)]).ToJsonString());
        }
        else
        {
            cases.ToList().ForEach(smokeCase => Output.WriteLine(smokeCase.Name));
        }

        return cases.Count > 0 ? ExitCode.Clean : ExitCode.Findings;
    }

    /// <summary>Runs the cases.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var (collection, cases) = await PlanAsync(cancellation);
        if (cases.Count == 0)
        {
            return ExitCode.Findings;
        }

        var engine = new ContainerEngine(EnginePath);
        var settings = await SettingsAsync(engine, collection, cancellation);
        Error.WriteLine($"{cases.Count} cases, {settings.Jobs} at a time, logs in {settings.LogFolder}");
        var runner = new SmokeRunner(collection, engine, settings);
        var results = await Progress()
            .ShowAsync(cases.Count, (begun, ended) => runner.RunAsync(cases, begun, ended, cancellation));
        Print(results);
        WriteReports(results);
        return results.All(result => result.Passed) ? ExitCode.Clean : ExitCode.Findings;
    }

    private async Task<(SmokeCollection Collection, IReadOnlyList<SmokeCase> Cases)> PlanAsync(
        CancellationToken cancellation
    )
    {
        var bag = new DiagnosticBag();
        var plan = await Choice.CasesAsync(bag, cancellation);
        if (bag.HasErrors)
        {
            new TextReport(Output, colour: false).Write(bag.Sorted());
            return (plan.Collection, []);
        }

        if (plan.Cases.Count == 0)
        {
            Error.WriteLine("featuresmith: no case matches, and a run without tests proves nothing; see test --list");
        }

        return plan;
    }

    private async Task<SmokeSettings> SettingsAsync(
        ContainerEngine engine,
        SmokeCollection collection,
        CancellationToken cancellation
    )
    {
        var engineVersion = await engine.VersionAsync(cancellation);
        var cliVersion = await DevContainerCli.VersionAsync(cancellation);
        Error.WriteLine($"engine {engineVersion}, devcontainers CLI {cliVersion}");
        var jobs = Jobs == 1 || await engine.HasBuildKitAsync(cancellation) ? Jobs : 1;
        if (jobs < Jobs)
        {
            Error.WriteLine("one case at a time: without buildx the CLI's builds share one tag");
        }

        var began = DateTime.UtcNow.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        return new SmokeSettings(Path.Combine(Path.GetTempPath(), $"featuresmith-logs-{began}"), jobs, Timeout)
        {
            FailFast = FailFast,
            Retries = Retries,
            Cache = CacheFolder is null ? null : new SmokeCache(CacheFolder),
            Inputs = new SmokeInputs(collection, engineVersion, cliVersion),
        };
    }

    private void Print(IReadOnlyList<SmokeResult> results)
    {
        if (Json)
        {
            JsonSmokeReport.Write(Output, results);
        }
        else
        {
            new SmokeTable(Output).Write(results);
        }
    }

    private ISmokeProgress Progress() =>
        ReferenceEquals(Error, Console.Error) && !Console.IsErrorRedirected
            ? new LiveSmokeProgress(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Error) }))
            : new LineSmokeProgress(Error);

    private void WriteReports(IReadOnlyList<SmokeResult> results)
    {
        foreach (var request in Reports)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(request.File))!);
            using var writer = new StreamWriter(request.File) { NewLine = "\n" };
            SmokeReportKind.All[request.Kind](writer, results);
        }

        if (Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true")
        {
            GitHubSmokeReport.Write(Output, results);
        }

        if (Environment.GetEnvironmentVariable("GITHUB_STEP_SUMMARY") is { Length: > 0 } summary)
        {
            using var writer = new StreamWriter(summary, append: true) { NewLine = "\n" };
            MarkdownSmokeReport.Write(writer, results);
        }
    }
}
