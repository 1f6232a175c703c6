using System.CommandLine;
using Featuresmith.Definitions;
using Featuresmith.Scaffolding;

namespace Featuresmith.Cli.Commands;

/// <summary>Begins a collection.</summary>
internal static class InitCommand
{
    public static Command Build()
    {
        var folder = new Argument<DirectoryInfo>("DIR")
        {
            Description = "The collection's folder, which may hold something already (default: the current folder)",
            DefaultValueFactory = _ => new DirectoryInfo(Directory.GetCurrentDirectory()),
        };
        var name = new Option<string?>("--name")
        {
            Description = "The collection's name, as people are shown it (default: the folder's)",
            HelpName = "TEXT",
        };
        var collection = new Option<string>("--namespace", "-n")
        {
            Description = "The path in front of each Feature's id in the registry, such as owner/features",
            HelpName = "NAME",
            Required = true,
        };
        var registry = new Option<string?>("--registry", "-r")
        {
            Description = "The registry's host (default: given when it is published)",
            HelpName = "HOST",
        };
        var license = new Option<string?>("--license") { Description = "SPDX licence expression", HelpName = "ID" };
        var images = new Option<string[]>("--base-image", "-i")
        {
            Description = "The base images that tests run on (default: debian:bookworm debian:trixie)",
            HelpName = "IMAGE",
            AllowMultipleArgumentsPerToken = true,
        };
        var first = new Option<string>("--feature", "-f")
        {
            Description = "The id of its first Feature",
            HelpName = "ID",
            DefaultValueFactory = _ => "hello",
        };
        var flags = new ScaffoldFlags();
        var dryRun = new Option<bool>("--dry-run") { Description = "Write nothing; print what would be written" };
        var command = new VerbCommand(
            "init",
            "Begin a collection: settings, a first Feature, and the workflows that check, test and publish it.",
            "featuresmith init my-features -n owner/features"
        )
        {
            folder,
        };
        foreach (var option in new Option[] { name, collection, registry, license, images, first })
        {
            command.Add(option);
        }

        flags.AddTo(command);
        command.Add(dryRun);
        command.SetAction(parsed =>
        {
            var root = parsed.GetValue(folder)!.FullName;
            var wanted = new NewCollection(
                parsed.GetValue(name) ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(root)),
                parsed.GetValue(collection)!,
                flags.Read(parsed, parsed.GetValue(first)!, name: null)
            )
            {
                Registry = parsed.GetValue(registry),
                License = parsed.GetValue(license),
            };
            wanted = parsed.GetValue(images) is { Length: > 0 } given ? wanted with { BaseImages = given } : wanted;
            if (wanted.Problem() is { } problem)
            {
                throw new UsageException(problem);
            }

            var settings = new CollectionRepository(root).SettingsFile;
            if (File.Exists(settings))
            {
                throw new UsageException(
                    $"{CommonOptions.Show(settings)} is there already: this is a collection; \"featuresmith new\" adds a Feature to it"
                );
            }

            var isDry = parsed.GetValue(dryRun);
            new ScaffoldRun(root, parsed, isDry).Write(CollectionScaffolder.Files(wanted, ToolVersion.Text));
            parsed.InvocationConfiguration.Error.WriteLine(
                $"next: featuresmith generate -p {CommonOptions.Show(root)}; settings stand in "
                    + $"{CollectionRepository.FeaturesName}/{CollectionSettings.FileName}"
            );
            return ExitCode.Clean;
        });
        return command;
    }
}
