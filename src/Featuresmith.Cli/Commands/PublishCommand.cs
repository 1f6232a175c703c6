using System.CommandLine;

namespace Featuresmith.Cli.Commands;

/// <summary>Brings Features to a registry.</summary>
internal static class PublishCommand
{
    public static Command Build()
    {
        var target = CommonOptions.PackTarget();
        var registry = new RegistryFlags();
        var from = new Option<string?>("--from")
        {
            Description = "Publish what an earlier \"publish -r oci-layout:DIR\" stored, instead of packing",
            HelpName = "oci-layout:DIR",
        };
        var dryRun = new Option<bool>("--dry-run")
        {
            Description = "Print what is in the registry and what would happen, and change nothing",
        };
        var detailed = new Option<bool>("--detailed-exitcode")
        {
            Description = "With --dry-run: exit with 3 where something would be published",
        };
        var verify = new Option<bool>("--verify")
        {
            Description = "Ask for every tag, then pull everything again, as anybody without an account, and compare",
        };
        var ignoreGate = new Option<bool>("--ignore-gate")
        {
            Description = "Publish also where the version was raised by less than its changes ask for",
        };
        var provenance = new Option<bool>("--provenance")
        {
            Description = "Attach a SLSA provenance statement to what is published",
        };
        var sbom = new Option<bool>("--sbom")
        {
            Description = "Attach a list of the Feature's files (SPDX) to what is published",
        };
        var release = new Option<FileInfo?>("--release")
        {
            Description = "Write the published versions with their digests to FILE",
            HelpName = "FILE",
        };
        var jobs = new Option<int>("--jobs")
        {
            Description = "How many Features are on their way at a time",
            HelpName = "N",
            DefaultValueFactory = _ => 8,
        };
        var command = new VerbCommand(
            "publish",
            "Pack Features and publish them to a registry, or to a folder that is one.",
            "featuresmith publish -r localhost:5000 -n owner/features --dry-run"
        )
        {
            // Tags that are moving get where they belong, also through a registry that has to be asked more than once.
            Patience = TimeSpan.FromSeconds(60),
        };
        command.Add(target);
        registry.AddTo(command);
        foreach (
            var option in new Option[] { from, dryRun, detailed, verify, ignoreGate, provenance, sbom, release, jobs }
        )
        {
            command.Add(option);
        }

        command.SetAction(
            (parsed, cancellation) =>
            {
                var streams = parsed.InvocationConfiguration;
                var path = CommonOptions.PackPath(parsed.GetValue(target));
                var run = new PublishRun(registry.Read(parsed, path), streams.Output, streams.Error)
                {
                    From = parsed.GetValue(from),
                    Path = path,
                    DryRun = parsed.GetValue(dryRun),
                    DetailedExitCode = parsed.GetValue(detailed),
                    Verify = parsed.GetValue(verify),
                    IgnoreGate = parsed.GetValue(ignoreGate),
                    Provenance = parsed.GetValue(provenance),
                    Sbom = parsed.GetValue(sbom),
                    ReleaseFile = parsed.GetValue(release)?.FullName,
                    Jobs = Math.Max(1, parsed.GetValue(jobs)),
                    Json = parsed.WantsJson(),
                };
                return run.ExecuteAsync(cancellation);
            }
        );
        return command;
    }
}
