using System.CommandLine;
using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Downloads;
using Featuresmith.Reporting;
using Featuresmith.Sources;

namespace Featuresmith.Cli.Commands;

/// <summary>Fills the checksums that install.sh holds downloads against. The one verb of this kind that needs the network.</summary>
internal static class DownloadsCommand
{
    public static Command Build()
    {
        var folder = CommonOptions.ProjectFolder();
        var features = CommonOptions.Features();
        var replace = new Option<bool>("--replace")
        {
            Description = "Pin the new checksum of a file that changed under its name, instead of an error",
        };
        var update = new VerbCommand(
            "update",
            "Fetch what a definition's \"downloads\" names and write its sha256 into downloads.lock.jsonc. Needs the network.",
            "featuresmith downloads update -f docker-in-docker"
        )
        {
            folder,
            features,
            replace,
        };
        update.SetAction(
            (parsed, cancellation) =>
                parsed.IsOffline()
                    ? throw new UsageException(
                        "with --offline there is nothing to fetch from; downloads update needs the network"
                    )
                    : Run(
                        CommonOptions.Repository(parsed.GetValue(folder)),
                        parsed.GetValue(features) ?? [],
                        parsed.GetValue(replace),
                        parsed.InvocationConfiguration.Output,
                        cancellation
                    )
        );
        return new VerbCommand(
            "downloads",
            "Look after the checksums of what install.sh downloads.",
            "featuresmith downloads update"
        )
        {
            update,
        };
    }

    private static async Task<int> Run(
        CollectionRepository repository,
        string[] ids,
        bool replace,
        TextWriter output,
        CancellationToken cancellation
    )
    {
        var bag = new DiagnosticBag();
        var definitions = Definitions(repository, ids, bag);
        if (bag.HasErrors)
        {
            new TextReport(output, colour: false).Write([.. bag]);
            output.WriteLine("nothing was fetched");
            return ExitCode.Findings;
        }

        using var client = new HttpClient();
        var pinning = new DownloadPinning(client, TimeSpan.FromSeconds(1));
        var outcomes = new List<DownloadOutcome>();
        foreach (var definition in definitions)
        {
            var file = Path.Combine(definition.Folder, DownloadLock.FileName);
            var before = File.Exists(file) ? await File.ReadAllTextAsync(file, cancellation) : "{\n}\n";
            var after = await pinning.Update(definition, Parse(file, before), replace, Report, cancellation);
            WriteWhole(file, before, after.ToString());
        }

        if (outcomes.Count == 0)
        {
            throw new UsageException("no definition that was asked for has \"downloads\", so there is nothing to pin");
        }

        output.WriteLine(
            string.Join(
                ", ",
                outcomes.CountBy(outcome => outcome.State).Select(state => $"{state.Value} {Say(state.Key)}")
            )
        );
        return outcomes.Any(outcome => outcome.State == DownloadState.Different && !replace) ? ExitCode.Findings
            : outcomes.Any(outcome => outcome.State == DownloadState.Unreachable) ? ExitCode.Environment
            : ExitCode.Clean;

        void Report(DownloadOutcome outcome)
        {
            outcomes.Add(outcome);
            output.WriteLine($"{Say(outcome.State), -11} {outcome.Name}  {outcome.Detail}");
            if (outcome.State == DownloadState.Unreachable)
            {
                output.WriteLine($"            {outcome.Url}; behind a proxy set https_proxy");
            }
        }
    }

    private static string Say(DownloadState state) => state.ToString().ToLowerInvariant();

    private static List<FeatureDefinition> Definitions(CollectionRepository repository, string[] ids, DiagnosticBag bag)
    {
        var folders = repository.DefinitionFolders();
        var unknown = ids.Except(folders.Select(Path.GetFileName)).ToList();
        if (unknown.Count > 0)
        {
            throw new UsageException(
                $"there is no definition of {string.Join(", ", unknown)}; "
                    + $"defined are {string.Join(", ", folders.Select(Path.GetFileName))}"
            );
        }

        return
        [
            .. from folder in folders
            where ids.Length == 0 || ids.Contains(Path.GetFileName(folder))
            let file = Path.Combine(folder, FeatureDefinitionReader.FileName)
            let source = SourceText.Read(file, repository.Show(file))
            let definition = FeatureDefinitionReader.Read(source, folder, bag)
            where definition is { Downloads.Count: > 0 }
            select definition,
        ];
    }

    private static DownloadLock Parse(string file, string text)
    {
        try
        {
            return DownloadLock.Parse(text);
        }
        catch (InvalidDataException exception)
        {
            throw new UsageException($"{CommonOptions.Show(file)}: {exception.Message}");
        }
    }

    private static void WriteWhole(string file, string before, string after)
    {
        if (before == after)
        {
            return;
        }

        var temporary = $"{file}.new";
        File.WriteAllText(temporary, after);
        File.Move(temporary, file, overwrite: true);
    }
}
