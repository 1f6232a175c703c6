using System.CommandLine;
using Featuresmith.Definitions;
using Featuresmith.Scaffolding;

namespace Featuresmith.Cli.Commands;

/// <summary>Begins a Feature.</summary>
internal static class NewCommand
{
    public static Command Build()
    {
        var id = new Argument<string>("ID") { Description = "The Feature's id, which is also its folder's name" };
        var folder = CommonOptions.ProjectFolder();
        var flags = new ScaffoldFlags();
        var name = new Option<string?>("--name")
        {
            Description = "The name that people are shown (default: made of the id)",
            HelpName = "TEXT",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Write nothing; print what would be written" };
        var command = new VerbCommand(
            "new",
            "Begin a Feature: definition, templates, scenarios and notes, ready for \"generate\", \"validate\" and \"test\".",
            "featuresmith new my-tool --template apt --package jq"
        )
        {
            id,
            folder,
        };
        flags.AddTo(command);
        command.Add(name);
        command.Add(dryRun);
        command.SetAction(parsed =>
        {
            var repository = CommonOptions.Repository(parsed.GetValue(folder));
            var feature = flags.Read(parsed, parsed.GetValue(id)!, parsed.GetValue(name));
            if (feature.Problem() is { } problem)
            {
                throw new UsageException(problem);
            }

            var target = Path.Combine(repository.Templates, feature.Id);
            if (Directory.Exists(target))
            {
                throw new UsageException(
                    $"{CommonOptions.Show(target)} is there already; take another id, or remove it first"
                );
            }

            var generated = Path.Combine(repository.Features, "src", feature.Id);
            if (Directory.Exists(generated))
            {
                throw new UsageException(
                    $"{CommonOptions.Show(generated)} is there already and no template makes it; \"featuresmith migrate\" takes it over"
                );
            }

            new ScaffoldRun(repository.Root, parsed, parsed.GetValue(dryRun)).Write([
                .. FeatureScaffolder.OwnFiles(feature),
                .. FeatureScaffolder.SharedFiles(feature),
            ]);
            WriteNextSteps(parsed.InvocationConfiguration.Error, feature);
            return ExitCode.Clean;
        });
        return command;
    }

    private static void WriteNextSteps(TextWriter error, NewFeature feature)
    {
        var definition = $"{CollectionRepository.TemplatesName}/{feature.Id}/{FeatureDefinitionReader.FileName}";
        var pin = feature.Url is null ? "" : $"featuresmith downloads update -f {feature.Id}, then ";
        error.WriteLine($"next: {pin}featuresmith generate; what the Feature is stands in {definition}");
    }
}
