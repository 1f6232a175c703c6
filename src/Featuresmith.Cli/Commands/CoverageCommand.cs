using System.CommandLine;
using Featuresmith.Definitions;

namespace Featuresmith.Cli.Commands;

/// <summary>Says what no scenario tries.</summary>
internal static class CoverageCommand
{
    public static Command Build()
    {
        var path = new Argument<string?>("PATH")
        {
            Description =
                "A Feature's folder, a folder of Features, or a repository, ours or anybody's (default: the collection around the current folder)",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var features = CommonOptions.Features();
        var scenarios = new Option<bool>("--scenarios")
        {
            Description = "Print scenarios that try what is missing, as few as do",
        };
        var apart = new Option<bool>("--apart")
        {
            Description = "A scenario for each missing value, instead of as few as do",
        };
        var write = new Option<bool>("--write")
        {
            Description =
                "Add those scenarios, each with a test script to begin with, where the Feature's scenarios stand",
        };
        var minimum = new Option<int?>("--min")
        {
            Description = "Exit with 1 where less than this part of a Feature's values is tried",
            HelpName = "PERCENT",
        };
        var command = new VerbCommand(
            "coverage",
            "Print the options, and the values of options, that no scenario tries.",
            "featuresmith coverage -f docker-in-docker --scenarios"
        )
        {
            path,
            features,
            scenarios,
            apart,
            write,
            minimum,
        };
        command.SetAction(parsed =>
        {
            var here = Directory.GetCurrentDirectory();
            return new CoverageRun(
                parsed.GetValue(path) ?? CollectionRepository.Find(here)?.Root ?? here,
                parsed.InvocationConfiguration.Output,
                parsed.InvocationConfiguration.Error
            )
            {
                Ids = parsed.GetValue(features) ?? [],
                Scenarios = parsed.GetValue(scenarios),
                Apart = parsed.GetValue(apart),
                Write = parsed.GetValue(write),
                Minimum = parsed.GetValue(minimum) ?? 0,
                Json = parsed.WantsJson(),
                Colour = parsed.WantsColour(),
            }.Execute();
        });
        return command;
    }
}
