using System.CommandLine;
using System.Text.RegularExpressions;

namespace Featuresmith.Cli.Commands;

/// <summary>Takes the newest that a devcontainer.json allows.</summary>
internal static partial class UpgradeCommand
{
    public static Command Build()
    {
        var workspace = new WorkspaceFlags();
        var sources = new FeatureSourceFlags();
        var dryRun = new Option<bool>("--dry-run")
        {
            Description = "Write nothing; print the lock file to standard output",
        };
        var feature = new Option<string?>("--feature")
        {
            Description = "First name another version of this Feature in devcontainer.json; only with --target-version",
            HelpName = "ID",
        };
        var target = new Option<string?>("--target-version")
        {
            Description = "The version that is named: 2, 2.1 or 2.1.0",
            HelpName = "VERSION",
        };
        var command = new VerbCommand(
            "upgrade",
            "Write devcontainer-lock.json anew, with the newest that devcontainer.json allows. Asks registries.",
            "featuresmith upgrade --dry-run"
        );
        workspace.AddTo(command);
        foreach (var option in new Option[] { dryRun, feature, target })
        {
            command.Add(option);
        }

        sources.AddTo(command);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var (id, version) = (parsed.GetValue(feature), parsed.GetValue(target));
                if (id is null != version is null)
                {
                    throw new UsageException("--feature and --target-version belong together: give both, or none");
                }

                if (version is not null && !Version().IsMatch(version))
                {
                    throw new UsageException($"\"{version}\" is no version to name: write 2, 2.1 or 2.1.0");
                }

                using var registries = sources.Read(parsed);
                return await new LockRun(workspace.Existing(parsed), registries, parsed)
                {
                    Keep = false,
                    DryRun = parsed.GetValue(dryRun),
                    PrintsFile = parsed.GetValue(dryRun),
                    Retarget = id is null ? null : (id, version!),
                }.ExecuteAsync(cancellation);
            }
        );
        return command;
    }

    [GeneratedRegex(@"\A[0-9]+(\.[0-9]+){0,2}\z")]
    private static partial Regex Version();
}
