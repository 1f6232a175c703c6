using System.CommandLine;
using Featuresmith.Consuming;

namespace Featuresmith.Cli.Commands;

/// <summary>Changes the options of a Feature in a devcontainer.json.</summary>
internal static class SetCommand
{
    public static Command Build()
    {
        var feature = FeatureEditFlags.Feature("Its reference, with or without a version, or its id");
        var options = FeatureEditFlags.Options();
        var unset = new Option<string[]>("--unset")
        {
            Description = "An option whose default shall count again; may be repeated",
            HelpName = "NAME",
        };
        var pin = FeatureEditFlags.Pin("as it is");
        var (edit, lookup) = (new FeatureEditFlags(), new LookupFlags());
        var command = new VerbCommand(
            "set",
            "Change the options of a Feature in devcontainer.json, or how its version is pinned. Asks a registry as \"add\" does.",
            "featuresmith set docker-in-docker --option moby=false --pin minor"
        )
        {
            feature,
            options,
            unset,
            pin,
        };
        edit.AddTo(command, mayConflict: true);
        lookup.AddTo(command);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var (given, gone, level) = (
                    parsed.GetValue(options) ?? [],
                    parsed.GetValue(unset) ?? [],
                    FeatureEditFlags.Level(parsed.GetValue(pin))
                );
                if (given.Length + gone.Length == 0 && level is null)
                {
                    throw new UsageException(
                        "what is to be set? Give --option NAME=VALUE, --unset NAME or --pin LEVEL"
                    );
                }

                var file = edit.Workspace.Existing(parsed);
                using var features = lookup.Read(parsed, edit.Workspace.Folder(parsed));
                var editor = new FeatureEditor(features, file, CommonOptions.Show)
                {
                    ForCodespaces = lookup.ForCodespaces(parsed),
                };
                var change = await editor.SetAsync(parsed.GetValue(feature)!, given, gone, level, cancellation);
                return edit.Finish(parsed, change, "set", "would be set");
            }
        );
        return command;
    }
}
