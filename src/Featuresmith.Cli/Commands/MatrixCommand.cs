using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Featuresmith.Diagnostics;
using Featuresmith.Smoke;

namespace Featuresmith.Cli.Commands;

/// <summary>Prints the plan for CI machines.</summary>
internal static class MatrixCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    public static Command Build()
    {
        var choice = new SmokeOptions();
        var shards = new Option<int>("--shards")
        {
            Description = "How many machines share the cases (default: one a case)",
            HelpName = "N",
        };
        var durations = new Option<string?>("--durations")
        {
            Description =
                "A report of an earlier run (test --report json=FILE), by whose durations the cases are dealt out",
            HelpName = "FILE",
        };
        var format = new Option<string>("--format")
        {
            Description = "json for people and programs, github for a job's strategy.matrix",
            DefaultValueFactory = _ => "json",
        };
        format.AcceptOnlyFromAmong("json", "github");
        var command = new VerbCommand(
            "matrix",
            "Print the cases that \"test\" would run, dealt out to the machines of a CI.",
            "featuresmith matrix --format github --shards 4 --changed-since origin/main"
        );
        choice.AddTo(command);
        foreach (var option in new Option[] { shards, durations, format })
        {
            command.Add(option);
        }

        command.SetAction(
            async (parsed, cancellation) =>
            {
                var bag = new DiagnosticBag();
                var (_, cases) = await choice.Read(parsed).CasesAsync(bag, cancellation);
                var count = parsed.GetValue(shards) is > 0 and var given ? given : Math.Max(1, cases.Count);
                var dealt = SmokeShards.Deal(cases, count, Known(parsed.GetValue(durations)));
                var output = parsed.InvocationConfiguration.Output;
                output.WriteLine(
                    parsed.GetValue(format) == "github" && !parsed.WantsJson()
                        ? new JsonObject { ["include"] = Include(dealt) }.ToJsonString()
                        : Include(dealt).ToJsonString(Indented)
                );
                // Nothing changed is an empty matrix, not a failure: the run that uses it has nothing to prove.
                return bag.HasErrors ? ExitCode.Findings : ExitCode.Clean;
            }
        );
        return command;
    }

    private static JsonArray Include(IReadOnlyList<SmokeShard> shards) =>
        [
            .. shards.Select(
                (shard, index) =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["shard"] = (index + 1).ToString(CultureInfo.InvariantCulture),
                            ["seconds"] = Math.Round(shard.Seconds),
                            // One word: it goes through a shell as the arguments of --filter.
                            ["filter"] = string.Join(' ', shard.Cases.Select(smokeCase => smokeCase.Name)),
                        }
            ),
        ];

    private static IReadOnlyDictionary<string, double> Known(string? report)
    {
        try
        {
            return report is null ? new Dictionary<string, double>() : SmokeDurations.Read(report);
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new UsageException($"{report} is not a report of \"test --report json=FILE\": {problem.Message}");
        }
    }
}
