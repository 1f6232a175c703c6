using System.CommandLine;
using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Rendering;
using Featuresmith.Reporting;
using Featuresmith.Smoke;
using Featuresmith.Validation;
using Featuresmith.Validation.Settings;

namespace Featuresmith.Cli.Commands;

/// <summary>Makes features/ and .github/workflows/ from templates/.</summary>
internal static class GenerateCommand
{
    public static Command Build()
    {
        var folder = CommonOptions.ProjectFolder();
        var features = CommonOptions.Features();
        var check = new Option<bool>("--check")
        {
            Description = "Write nothing; print the differences and exit with 1 if there are any",
        };
        var since = new Option<string?>("--since")
        {
            Description =
                "Also say which Features differ from a revision, such as the last release, and still bear its version",
            HelpName = "REV",
        };
        var diff = new Option<bool>("--diff") { Description = "Print the lines that change" };
        var prune = new Option<bool>("--prune") { Description = "Remove Features that no template makes any more" };
        var command = new VerbCommand(
            "generate",
            "Render templates/<id> into features/src/<id> and features/test/<id>, and templates/workflows into .github/workflows.",
            "featuresmith generate --check"
        )
        {
            folder,
            features,
            check,
            since,
            diff,
            prune,
        };
        command.SetAction(
            (parsed, cancellation) =>
                new GenerateRun(
                    CommonOptions.Repository(parsed.GetValue(folder)),
                    parsed.GetValue(features) ?? [],
                    parsed.InvocationConfiguration.Output
                )
                {
                    Check = parsed.GetValue(check),
                    Since = parsed.GetValue(since),
                    Diff = parsed.GetValue(diff),
                    Prune = parsed.GetValue(prune),
                    Json = parsed.WantsJson(),
                    Colour = parsed.WantsColour(),
                }.ExecuteAsync(cancellation)
        );
        return command;
    }
}
