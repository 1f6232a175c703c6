using System.Globalization;
using System.Text.Json;
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
    double DiskReserve,
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
        PrintNames(cases);
        return cases.Count > 0 ? ExitCode.Clean : ExitCode.Findings;
    }

    /// <summary>Prints the names of cases, as lines or as JSON.</summary>
    public void PrintNames(IEnumerable<SmokeCase> cases)
    {
        if (Json)
        {
            Output.WriteLine(new JsonArray([.. cases.Select(smokeCase => smokeCase.Name)]).ToJsonString());
        }
        else
        {
            cases.ToList().ForEach(smokeCase => Output.WriteLine(smokeCase.Name));
        }
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
        await WriteReportsAsync(collection, results, cancellation);
        return results.All(result => result.Passed) ? ExitCode.Clean : ExitCode.Findings;
    }

    private async Task<(SmokeCollection Collection, IReadOnlyList<SmokeCase> Cases)> PlanAsync(
        CancellationToken cancellation
    )
    {
        var bag = new DiagnosticBag();
        var plan = await Choice.CasesAsync(bag, cancellation);
        return (plan.Collection, Usable(plan.Cases, bag));
    }

    /// <summary>The cases where there is nothing against running them; else none, and the reason is said.</summary>
    public IReadOnlyList<TCase> Usable<TCase>(IReadOnlyList<TCase> cases, DiagnosticBag bag)
    {
        if (bag.HasErrors)
        {
            new TextReport(Output, colour: false).Write(bag.Sorted());
            return [];
        }

        if (cases.Count == 0)
        {
            Error.WriteLine("featuresmith: no case matches, and a run without tests proves nothing; see test --list");
        }

        return cases;
    }

    private async Task<SmokeSettings> SettingsAsync(
        ContainerEngine engine,
        SmokeCollection collection,
        CancellationToken cancellation
    )
    {
        // Side by side: each starts a program.
        var cli = DevContainerCli.VersionAsync(cancellation);
        var hasBuildKit = engine.HasBuildKitAsync(cancellation);
        var dataFolder = engine.DataFolderAsync(cancellation);
        var engineVersion = await engine.VersionAsync(cancellation);
        var cliVersion = await cli;
        Error.WriteLine($"engine {engineVersion}, devcontainers CLI {cliVersion}");
        var jobs = await hasBuildKit ? Jobs : 1;
        if (jobs < Jobs)
        {
            Error.WriteLine("one case at a time: without buildx the CLI's builds share one tag");
        }

        return new SmokeSettings(NewLogFolder(), jobs, Timeout)
        {
            FailFast = FailFast,
            Retries = Retries,
            Disk = await dataFolder is { } folder && DiskReserve > 0 ? new DiskReserve(folder, DiskReserve) : null,
            Cache = CacheFolder is null ? null : new SmokeCache(CacheFolder),
            Inputs = new SmokeInputs(collection, engineVersion, cliVersion),
        };
    }

    /// <summary>Prints results, as a table or as JSON.</summary>
    public void Print(IReadOnlyList<SmokeResult> results)
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

    /// <summary>A folder for the logs of this run, with its time and process in the name.</summary>
    public static string NewLogFolder()
    {
        var began = DateTime.UtcNow.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        return Path.Combine(Path.GetTempPath(), $"featuresmith-logs-{began}-{Environment.ProcessId}");
    }

    /// <summary>What shows the run while it goes on: bars on a terminal, lines elsewhere.</summary>
    public ISmokeProgress Progress() =>
        ReferenceEquals(Error, Console.Error) && !Console.IsErrorRedirected
            ? new LiveSmokeProgress(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Error) }))
            : new LineSmokeProgress(Error);

    /// <summary>Writes the reports that were asked for, and what GitHub reads where it runs us.</summary>
    public async Task WriteReportsAsync(
        SmokeCollection collection,
        IReadOnlyList<SmokeResult> results,
        CancellationToken cancellation
    )
    {
        foreach (var request in Reports)
        {
            if (request.Kind == TestReadmes.Kind)
            {
                var (_, whole) = await Choice.Whole.CasesAsync([], cancellation);
                new TestReadmes(collection, [.. whole.Select(smokeCase => smokeCase.Name)], Error).Write(results);
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(request.File))!);
            var before = File.Exists(request.File) ? File.ReadAllText(request.File) : null;
            using var text = new StringWriter { NewLine = "\n" };
            try
            {
                SmokeReportKind.All[request.Kind](text, results, before);
            }
            catch (JsonException exception)
            {
                throw new UsageException($"{request.File} cannot be added to: {exception.Message}");
            }

            File.WriteAllText(request.File, text.ToString());
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
