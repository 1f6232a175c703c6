using System.CommandLine;
using Featuresmith.Consuming.Locking;
using Featuresmith.Diagnostics;
using Featuresmith.Reporting;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Cli.Commands;

/// <summary>Says which Features of a devcontainer.json have newer versions.</summary>
internal static class OutdatedCommand
{
    public static Command Build()
    {
        var workspace = new WorkspaceFlags();
        var sources = new FeatureSourceFlags();
        var detailed = new Option<bool>("--detailed-exitcode")
        {
            Description = "Exit with 3 where something newer is to be had",
        };
        var command = new VerbCommand(
            "outdated",
            "Show the versions that are locked, that devcontainer.json allows, and the newest. Asks registries.",
            "featuresmith outdated --detailed-exitcode"
        );
        workspace.AddTo(command);
        command.Add(detailed);
        sources.AddTo(command);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var file = workspace.Existing(parsed);
                using var registries = sources.Read(parsed);
                return await RunAsync(file, registries, parsed.GetValue(detailed), parsed, cancellation);
            }
        );
        return command;
    }

    private static async Task<int> RunAsync(
        string file,
        FeatureSources sources,
        bool detailed,
        ParseResult parsed,
        CancellationToken cancellation
    )
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var bag = new DiagnosticBag();
        var lockPath = LockFile.PathFor(file);
        var locked = File.Exists(lockPath)
            ? LockFile.Read(SourceText.Read(lockPath, CommonOptions.Show(lockPath)), bag)
            : LockFile.Empty;
        var configuration = JsonSyntaxTree.Parse(SourceText.Read(file, CommonOptions.Show(file)), bag).RootObject;
        var mistakes = bag.Where(mistake => mistake.Rule == JsonSyntaxRules.InvalidJson).ToList();
        if (configuration is null || mistakes.Count > 0)
        {
            new TextReport(error, colour: false).Write(mistakes);
            error.WriteLine($"{CommonOptions.Show(file)} or its lock file cannot be read");
            return ExitCode.Findings;
        }

        var statuses = await new VersionCheck(sources, locked).CheckAsync(configuration, cancellation);
        var report = new OutdatedReport(output);
        if (parsed.WantsJson())
        {
            report.WriteJson(statuses);
        }
        else
        {
            report.Write(statuses);
        }

        return detailed && statuses.Any(status => status.IsOutdated) ? ExitCode.Pending : ExitCode.Clean;
    }
}
