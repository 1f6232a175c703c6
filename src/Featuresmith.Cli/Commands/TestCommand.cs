using System.CommandLine;
using System.Globalization;
using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Reporting;
using Featuresmith.Smoke;

namespace Featuresmith.Cli.Commands;

/// <summary>Builds and tests Features in real containers.</summary>
internal static class TestCommand
{
    public static Command Build()
    {
        var folder = CommonOptions.ProjectFolder();
        var features = CommonOptions.Features();
        var noColor = CommonOptions.NoColor();
        var bases = new Option<string[]>("--base-image", "-i")
        {
            Description = "Base images that replace those of the scenarios",
            HelpName = "IMAGE",
            AllowMultipleArgumentsPerToken = true,
        };
        var filter = new Option<string?>("--filter")
        {
            Description = "Only cases whose name, feature/scenario@base, matches; * stands for anything",
            HelpName = "NAME",
        };
        var jobs = new Option<int>("--jobs")
        {
            Description = "How many cases run at a time",
            DefaultValueFactory = _ => 1,
        };
        var timeout = new Option<int>("--timeout")
        {
            Description = "Minutes that one case may take",
            DefaultValueFactory = _ => 10,
        };
        var list = new Option<bool>("--list") { Description = "Print the cases and run none" };
        var engine = new Option<string>("--docker-path")
        {
            Description = "The engine's client",
            DefaultValueFactory = _ => "docker",
        };
        var command = new VerbCommand(
            "test",
            "Build each Feature with the devcontainers CLI and test it in a real container.",
            "featuresmith test -f docker-in-docker -i debian:trixie"
        )
        {
            folder,
            features,
            bases,
            filter,
            jobs,
            timeout,
            list,
            engine,
            noColor,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                var streams = parsed.InvocationConfiguration;
                // Clean-up after Ctrl-C removes containers, which takes longer than the two seconds of the default.
                streams.ProcessTerminationTimeout = TimeSpan.FromSeconds(60);
                var wish = new Wish(
                    parsed.GetValue(folder)?.FullName ?? Directory.GetCurrentDirectory(),
                    parsed.GetValue(features) ?? [],
                    parsed.GetValue(bases) ?? [],
                    parsed.GetValue(filter),
                    Math.Max(1, parsed.GetValue(jobs)),
                    TimeSpan.FromMinutes(parsed.GetValue(timeout)),
                    parsed.GetValue(list),
                    parsed.GetValue(engine)!
                );
                return RunAsync(wish, streams.Output, streams.Error, cancellation);
            }
        );
        return command;
    }

    private static async Task<int> RunAsync(
        Wish wish,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellation
    )
    {
        var (collection, defaultBases) = Collection(wish.Folder);
        var bag = new DiagnosticBag();
        var cases = new SmokePlan(collection, bag)
            .Cases(Chosen(collection, wish.Features), wish.Bases, defaultBases)
            .Where(smokeCase => wish.Filter is null || NameFilter.Matches(wish.Filter, smokeCase))
            .ToList();
        if (bag.HasErrors)
        {
            new TextReport(output, colour: false).Write(bag.Sorted());
            return ExitCode.Findings;
        }

        if (cases.Count == 0)
        {
            error.WriteLine("featuresmith: no case matches, and a run without tests proves nothing; see test --list");
            return ExitCode.Findings;
        }

        if (wish.List)
        {
            cases.ForEach(smokeCase => output.WriteLine(smokeCase.Name));
            return ExitCode.Clean;
        }

        var results = await RunAsync(wish, collection, cases, error, cancellation);
        new SmokeTable(output).Write(results);
        return results.All(result => result.Passed) ? ExitCode.Clean : ExitCode.Findings;
    }

    private static async Task<IReadOnlyList<SmokeResult>> RunAsync(
        Wish wish,
        SmokeCollection collection,
        IReadOnlyList<SmokeCase> cases,
        TextWriter error,
        CancellationToken cancellation
    )
    {
        var engine = new ContainerEngine(wish.Engine);
        error.WriteLine(
            $"engine {await engine.VersionAsync(cancellation)}, devcontainers CLI {await DevContainerCli.VersionAsync(cancellation)}"
        );
        var jobs = await engine.HasBuildKitAsync(cancellation) ? wish.Jobs : 1;
        if (jobs < wish.Jobs)
        {
            error.WriteLine("one case at a time: without buildx the CLI's builds share one tag");
        }

        var logs = Path.Combine(
            Path.GetTempPath(),
            $"featuresmith-logs-{DateTime.UtcNow.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}"
        );
        error.WriteLine($"{cases.Count} cases, logs in {logs}");
        return await new SmokeRunner(collection, engine, new SmokeSettings(logs, jobs, wish.Timeout)).RunAsync(
            cases,
            result =>
                error.WriteLine(
                    $"{(result.Passed ? "passed" : "FAILED")} {result.Case.Name} ({result.Duration.TotalSeconds:0.0} s)"
                ),
            cancellation
        );
    }

    private static (SmokeCollection Collection, IReadOnlyList<string> DefaultBases) Collection(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new UsageException($"{folder} does not exist");
        }

        var repository = CollectionRepository.Find(folder);
        var collection =
            SmokeCollection.Find(repository?.Root ?? folder)
            ?? throw new UsageException($"{folder} holds no src and test, the folders of a collection");
        var settings = repository is null
            ? null
            : CollectionSettings.Read(Sources.SourceText.Read(repository.SettingsFile), new DiagnosticBag());
        return (collection, [.. settings?.BaseImages.Select(image => image.Value) ?? []]);
    }

    private static IReadOnlyList<string> Chosen(SmokeCollection collection, string[] ids)
    {
        var tested = collection.TestedFeatures();
        var unknown = ids.Except(tested).ToList();
        if (unknown.Count > 0)
        {
            throw new UsageException(
                $"no tests of {string.Join(", ", unknown)}; there are tests of {string.Join(", ", tested)}"
            );
        }

        return ids.Length > 0 ? ids : tested;
    }

    private sealed record Wish(
        string Folder,
        string[] Features,
        string[] Bases,
        string? Filter,
        int Jobs,
        TimeSpan Timeout,
        bool List,
        string Engine
    );
}
