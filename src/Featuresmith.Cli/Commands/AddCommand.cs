using System.CommandLine;
using Featuresmith.Consuming;

namespace Featuresmith.Cli.Commands;

/// <summary>Adds a Feature to a devcontainer.json.</summary>
internal static class AddCommand
{
    public static Command Build()
    {
        var feature = FeatureEditFlags.Feature(
            "A short name of the collection (docker-in-docker), a reference (HOST/OWNER/ID, with :TAG or @sha256:… or without), "
                + "or a folder below .devcontainer (./ID)"
        );
        var options = FeatureEditFlags.Options();
        var pin = FeatureEditFlags.Pin("what is written, else major");
        var image = new Option<string?>("--image")
        {
            Description =
                "The image of a devcontainer.json that is made anew (default: the newest that the collection is tested on)",
            HelpName = "IMAGE",
        };
        var (edit, lookup) = (new FeatureEditFlags(), new LookupFlags());
        var command = new VerbCommand(
            "add",
            "Add a Feature to devcontainer.json, and say what it brings. Asks a registry only about Features that are neither local nor "
                + "in the collection, and not with --offline.",
            "featuresmith add docker-in-docker -r registry.example.test --option moby=false --dry-run --diff"
        )
        {
            feature,
            options,
            pin,
            image,
        };
        edit.AddTo(command, mayConflict: true);
        lookup.AddTo(command);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var found = edit.Workspace.Find(parsed);
                if (found is not null && parsed.GetValue(image) is not null)
                {
                    throw new UsageException(
                        $"{CommonOptions.Show(found)} is there already, and --image is for one that is made anew"
                    );
                }

                using var features = lookup.Read(parsed, edit.Workspace.Folder(parsed));
                var editor = new FeatureEditor(features, found ?? edit.Workspace.NewPlace(parsed), CommonOptions.Show)
                {
                    ForCodespaces = lookup.ForCodespaces(parsed),
                    Image = parsed.GetValue(image),
                };
                var change = await editor.AddAsync(
                    parsed.GetValue(feature)!,
                    parsed.GetValue(options) ?? [],
                    FeatureEditFlags.Level(parsed.GetValue(pin)),
                    cancellation
                );
                return edit.Finish(parsed, change, "added", "would be added");
            }
        );
        return command;
    }
}
