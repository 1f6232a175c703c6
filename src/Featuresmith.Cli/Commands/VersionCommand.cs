using System.CommandLine;

namespace Featuresmith.Cli.Commands;

/// <summary>Raises versions.</summary>
internal static class VersionCommand
{
    private const string Example = "featuresmith version bump auto -r localhost:5000 -n owner/features";

    public static Command Build() => new VerbCommand("version", "Raise versions.", Example) { Bump() };

    private static VerbCommand Bump()
    {
        var level = new Argument<string>("LEVEL")
        {
            Description =
                "major, minor, patch, or auto: what the difference to the published content asks for, and nothing where there is none",
            DefaultValueFactory = _ => "auto",
        };
        level.AcceptOnlyFromAmong("auto", "patch", "minor", "major");
        var folder = CommonOptions.ProjectFolder();
        var features = CommonOptions.Features();
        var registry = new RegistryFlags();
        var messages = new Option<string[]>("--message", "-m")
        {
            Description = "A line for the changelog; may be repeated",
            HelpName = "TEXT",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Print the versions and write nothing" };
        var command = new VerbCommand(
            "bump",
            "Raise versions in the definitions, and note it in each Feature's CHANGELOG.md.",
            Example
        )
        {
            level,
            folder,
            features,
            messages,
            dryRun,
        };
        registry.AddTo(command);
        command.SetAction(
            (parsed, cancellation) =>
            {
                var root = CommonOptions.PackPath(parsed.GetValue(folder)?.FullName);
                var run = new BumpRun(root, parsed.GetValue(features) ?? [], parsed.InvocationConfiguration.Output)
                {
                    Level = parsed.GetValue(level)!,
                    Messages = parsed.GetValue(messages) ?? [],
                    DryRun = parsed.GetValue(dryRun),
                };
                return run.ExecuteAsync(() => registry.Read(parsed, root), cancellation);
            }
        );
        return command;
    }
}
