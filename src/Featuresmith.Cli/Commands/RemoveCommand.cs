using System.CommandLine;
using Featuresmith.Consuming;

namespace Featuresmith.Cli.Commands;

/// <summary>Takes a Feature out of a devcontainer.json.</summary>
internal static class RemoveCommand
{
    public static Command Build()
    {
        var feature = FeatureEditFlags.Feature("Its reference, with or without a version, or its id");
        var edit = new FeatureEditFlags();
        var command = new VerbCommand(
            "remove",
            "Take a Feature out of devcontainer.json. What \"add\" made goes too: an emptied \"features\", if add would write it so, and a "
                + "file that has nothing but what add writes into a new one.",
            "featuresmith remove docker-in-docker --dry-run --diff"
        )
        {
            feature,
        };
        edit.AddTo(command, mayConflict: false);
        command.SetAction(parsed =>
        {
            var file = edit.Workspace.Existing(parsed);
            using var nothing = LookupFlags.Nothing();
            var change = new FeatureEditor(nothing, file, CommonOptions.Show).Remove(parsed.GetValue(feature)!);
            return edit.Finish(parsed, change, "removed", "would be removed");
        });
        return command;
    }
}
