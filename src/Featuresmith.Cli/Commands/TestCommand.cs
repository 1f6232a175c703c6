using System.CommandLine;
using Featuresmith.Smoke;

namespace Featuresmith.Cli.Commands;

/// <summary>Builds and tests Features in real containers.</summary>
internal static class TestCommand
{
    public static Command Build()
    {
        var choice = new SmokeOptions();
        var jobs = new Option<int>("--jobs")
        {
            Description = "How many cases run at a time",
            HelpName = "N",
            DefaultValueFactory = _ => SmokeSettings.DefaultJobs,
        };
        var timeout = new Option<int>("--timeout")
        {
            Description = "Minutes that one case may take",
            HelpName = "MINUTES",
            DefaultValueFactory = _ => 10,
        };
        var retry = new Option<int>("--retry")
        {
            Description = "How often a case is tried again after a fault of the network",
            HelpName = "N",
            DefaultValueFactory = _ => 0,
        };
        var reserve = new Option<double>("--disk-reserve")
        {
            Description = "GiB that must be free on the engine's disk before a case begins; 0 for no limit",
            HelpName = "GIB",
            DefaultValueFactory = _ => 2,
        };
        var failFast = new Option<bool>("--fail-fast") { Description = "Begin no further case once one has failed" };
        var list = new Option<bool>("--list") { Description = "Print the cases and run none" };
        var noCache = new Option<bool>("--no-cache") { Description = "Run cases again whose inputs passed before" };
        var cache = new Option<string?>("--cache")
        {
            Description = "The folder of results that passed (default: .featuresmith/smoke-cache)",
            HelpName = "DIR",
        };
        var kind = new Option<string>("--engine")
        {
            Description =
                "devcontainer for real containers; sandbox runs install.sh without any, against stubs: not a smoke test",
            HelpName = "devcontainer|sandbox",
            DefaultValueFactory = _ => "devcontainer",
        };
        kind.AcceptOnlyFromAmong("devcontainer", "sandbox");
        var engine = new Option<string>("--docker-path")
        {
            Description = "The engine's client",
            HelpName = "PROGRAM",
            DefaultValueFactory = _ => "docker",
        };
        var report = new Option<string[]>("--report")
        {
            Description =
                "Write the results: junit=FILE, json=FILE, html=FILE, markdown=FILE; readme for the tests' pages",
            HelpName = "KIND[=FILE]",
        };
        var command = new VerbCommand(
            "test",
            "Build each Feature with the devcontainers CLI and test it in a real container.",
            "featuresmith test -f docker-in-docker -i debian:trixie"
        )
        {
            // Removing containers takes its time.
            Patience = TimeSpan.FromSeconds(60),
        };
        choice.AddTo(command);
        foreach (
            var option in new Option[]
            {
                jobs,
                timeout,
                retry,
                reserve,
                failFast,
                list,
                noCache,
                cache,
                kind,
                engine,
                report,
            }
        )
        {
            command.Add(option);
        }

        command.SetAction(
            (parsed, cancellation) =>
            {
                var streams = parsed.InvocationConfiguration;
                var cases = choice.Read(parsed);
                var run = new TestRun(
                    cases,
                    parsed.GetValue(engine)!,
                    Math.Max(1, parsed.GetValue(jobs)),
                    TimeSpan.FromMinutes(Math.Max(1, parsed.GetValue(timeout))),
                    Math.Max(0, parsed.GetValue(retry)),
                    parsed.GetValue(reserve),
                    parsed.GetValue(failFast),
                    parsed.GetValue(noCache) ? null : parsed.GetValue(cache) ?? cases.DefaultCacheFolder,
                    ReportRequest.Parse(parsed.GetValue(report) ?? []),
                    streams.Output,
                    streams.Error
                )
                {
                    Json = parsed.WantsJson(),
                };
                if (parsed.GetValue(kind) == "sandbox")
                {
                    var sandbox = new SandboxRun(run);
                    return parsed.GetValue(list) ? sandbox.ListAsync(cancellation) : sandbox.RunAsync(cancellation);
                }

                return parsed.GetValue(list) ? run.ListAsync(cancellation) : run.RunAsync(cancellation);
            }
        );
        return command;
    }
}
