using System.CommandLine;
using Featuresmith.Consuming;
using Featuresmith.Consuming.Conflicts;
using Featuresmith.Consuming.Lookup;
using Featuresmith.Reporting;

namespace Featuresmith.Cli.Commands;

/// <summary>Says what stands in each other's way in the container of a devcontainer.json.</summary>
internal static class ConflictsCommand
{
    public static Command Build()
    {
        var (workspace, lookup) = (new WorkspaceFlags(), new LookupFlags());
        var command = new VerbCommand(
            "conflicts",
            "Say what stands in each other's way in a container: its Features and what they depend on, devcontainer.json's own mounts and "
                + "variables, and the service of its compose file. Asks registries about Features that are neither local nor in the "
                + "collection, and not with --offline.",
            "featuresmith conflicts --workspace-folder . --target codespaces"
        );
        workspace.AddTo(command);
        lookup.AddTo(command);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                var file = workspace.Existing(parsed);
                var document = DevContainerDocument.Open(file, CommonOptions.Show);
                using var features = lookup.Read(parsed, workspace.Folder(parsed));
                var container = new ContainerFeatures(features, Path.GetDirectoryName(file)!);
                var check = new ConflictCheck(container, features.Definitions, CommonOptions.Show)
                {
                    ForCodespaces = lookup.ForCodespaces(parsed),
                };
                var report = await check.FindAsync(DevContainerDocument.AsFile(file, document.Source), cancellation);
                if (parsed.WantsJson())
                {
                    output.WriteLine(FeatureChangeJson.Write(report, CommonOptions.Show(file)));
                }
                else
                {
                    Write(report, document, output, error, parsed.WantsColour());
                }

                return report.Conflicts.Count > 0 ? ExitCode.Findings : ExitCode.Clean;
            }
        );
        return command;
    }

    private static void Write(
        ConflictReport report,
        DevContainerDocument document,
        TextWriter output,
        TextWriter error,
        bool colour
    )
    {
        new TextReport(output, colour).Write(report.Conflicts);
        foreach (var unknown in report.Unknown)
        {
            error.WriteLine($"not looked at: {unknown}");
        }

        if (report.Conflicts.Count == 0)
        {
            var count = document.Text.Entries.Count;
            output.WriteLine(
                $"{document.Source.Path}: no conflicts among {count} Feature{(count == 1 ? "" : "s")}"
                    + (report.Unknown.Count > 0 ? $", as far as is known: {report.Unknown.Count} not looked at" : "")
            );
        }
    }
}
