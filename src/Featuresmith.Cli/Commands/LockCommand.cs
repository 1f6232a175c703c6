using System.CommandLine;

namespace Featuresmith.Cli.Commands;

/// <summary>Writes down what a devcontainer.json stands for.</summary>
internal static class LockCommand
{
    public static Command Build()
    {
        var workspace = new WorkspaceFlags();
        var sources = new FeatureSourceFlags();
        var frozen = new Option<bool>("--frozen-lockfile")
        {
            Description = "Write nothing; exit with 1 where there is no lock file, or it would change",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Write nothing; print what would change" };
        var command = new VerbCommand(
            "lock",
            "Write devcontainer-lock.json as the devcontainers CLI does: what is locked stays, what is new is added. Asks registries.",
            "featuresmith lock --frozen-lockfile"
        );
        workspace.AddTo(command);
        command.Add(frozen);
        command.Add(dryRun);
        sources.AddTo(command);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var registries = sources.Read(parsed);
                return await new LockRun(workspace.Existing(parsed), registries, parsed)
                {
                    Keep = true,
                    Frozen = parsed.GetValue(frozen),
                    DryRun = parsed.GetValue(dryRun),
                }.ExecuteAsync(cancellation);
            }
        );
        return command;
    }
}
