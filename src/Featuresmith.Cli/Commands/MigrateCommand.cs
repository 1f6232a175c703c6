using System.CommandLine;

namespace Featuresmith.Cli.Commands;

/// <summary>Takes Features over that were written by hand.</summary>
internal static class MigrateCommand
{
    public static Command Build()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Features' folders, or collections: their tests are taken from test/<id> beside src",
            Arity = ArgumentArity.OneOrMore,
        };
        var folder = CommonOptions.ProjectFolder();
        var dryRun = new Option<bool>("--dry-run") { Description = "Write nothing; print what would be written" };
        var command = new VerbCommand(
            "migrate",
            "Turn Features that were written by hand into definitions with templates that make them again, byte for byte.",
            "featuresmith migrate ../old-features/src/my-tool"
        )
        {
            paths,
            folder,
            dryRun,
        };
        command.SetAction(parsed =>
            new MigrateRun(
                CommonOptions.Repository(parsed.GetValue(folder)),
                parsed.InvocationConfiguration.Output,
                parsed.InvocationConfiguration.Error
            )
            {
                DryRun = parsed.GetValue(dryRun),
                Json = parsed.WantsJson(),
            }.Execute(parsed.GetValue(paths)!)
        );
        return command;
    }
}
