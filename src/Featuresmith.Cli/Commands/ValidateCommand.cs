using System.CommandLine;
using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Reporting;
using Featuresmith.Validation;
using Featuresmith.Validation.ShellChecking;

namespace Featuresmith.Cli.Commands;

/// <summary>Checks Features, ours or anybody's.</summary>
internal static class ValidateCommand
{
    public static Command Build()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description =
                "devcontainer-feature.json, a Feature's folder, a folder of Features, or a repository "
                + "(default: the collection around the current folder)",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var noColor = CommonOptions.NoColor();
        var command = new VerbCommand(
            "validate",
            "Check Features against the schema and the rules.",
            "featuresmith validate features/src/docker-in-docker"
        )
        {
            paths,
            noColor,
        };
        command.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var colour = CommonOptions.Colour(parsed, noColor, output);
            return Run(parsed.GetValue(paths) is { Length: > 0 } given ? given : [DefaultPath()], colour, output);
        });
        return command;
    }

    private static int Run(IReadOnlyList<string> paths, bool colour, TextWriter output)
    {
        var bag = new DiagnosticBag();
        var reader = new FeatureFolderReader(Show);
        var shellCheck = ShellCheck.Find();
        var checkedFeatures = 0;
        foreach (var path in paths)
        {
            if (!Path.Exists(path))
            {
                throw new UsageException($"{path} does not exist");
            }

            var collection =
                ValidationTarget.Read(path, reader, bag)
                ?? throw new UsageException(
                    $"{path} holds no Feature: no {FeatureFolder.MetadataName} in it, in its folders, "
                        + "in src/ or in features/src/"
                );
            var origins = TemplateOrigins.Around(path, Show);
            var found = Linter.Check(collection).Concat(shellCheck?.Check(collection.Features) ?? []);
            bag.AddRange(found.Select(origins.Trace));
            checkedFeatures += collection.Features.Count;
        }

        new TextReport(output, colour).Write(bag.Sorted());
        output.WriteLine($"{checkedFeatures} Feature{(checkedFeatures == 1 ? "" : "s")} checked");
        return bag.HasErrors ? ExitCode.Findings : ExitCode.Clean;
    }

    private static string DefaultPath() =>
        CollectionRepository.Find(Directory.GetCurrentDirectory())?.Root ?? Directory.GetCurrentDirectory();

    // Below the current folder a relative path is shorter; elsewhere it would be a ladder of "..".
    private static string Show(string path)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        return (relative.StartsWith("..", StringComparison.Ordinal) ? path : relative).Replace('\\', '/');
    }
}
