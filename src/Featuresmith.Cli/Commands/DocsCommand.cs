using System.CommandLine;
using Featuresmith.Definitions;

namespace Featuresmith.Cli.Commands;

/// <summary>Writes the pages about Features.</summary>
internal static class DocsCommand
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
        var registry = new Option<string?>("--registry", "-r")
        {
            Description = "The registry's host in the examples (default: \"registry\" in features/collection.jsonc)",
            HelpName = "HOST",
        };
        var collection = new Option<string?>("--namespace", "-n")
        {
            Description =
                "The path in front of each Feature's id (default: \"namespace\" in features/collection.jsonc)",
            HelpName = "NAME",
        };
        var results = new Option<FileInfo?>("--results")
        {
            Description =
                "Results of \"test --report results=FILE\", for the supported distributions (default: results.json beside src)",
            HelpName = "FILE",
        };
        var html = new Option<FileInfo?>("--html")
        {
            Description = "Also write the whole collection as one page with search",
            HelpName = "FILE",
        };
        var check = new Option<bool>("--check")
        {
            Description = "Write nothing; print the differences and exit with 1 if there are any",
        };
        var diff = new Option<bool>("--diff") { Description = "Print the lines that change" };
        var force = new Option<bool>("--force")
        {
            Description = "Also replace a README.md that somebody wrote by hand",
        };
        var command = new VerbCommand(
            "docs",
            "Write README.md of each Feature, a list of them, and a page with search.",
            "featuresmith docs --html catalogue.html"
        )
        {
            path,
            features,
            registry,
            collection,
            results,
            html,
            check,
            diff,
            force,
        };
        command.SetAction(parsed =>
        {
            var here = Directory.GetCurrentDirectory();
            return new DocsRun(
                parsed.GetValue(path) ?? CollectionRepository.Find(here)?.Root ?? here,
                parsed.InvocationConfiguration.Output,
                parsed.InvocationConfiguration.Error
            )
            {
                Ids = parsed.GetValue(features) ?? [],
                Registry = parsed.GetValue(registry),
                Namespace = parsed.GetValue(collection),
                Results = parsed.GetValue(results)?.FullName,
                Html = parsed.GetValue(html)?.FullName,
                Check = parsed.GetValue(check),
                Diff = parsed.GetValue(diff),
                Force = parsed.GetValue(force),
                Json = parsed.WantsJson(),
                Colour = parsed.WantsColour(),
            }.Execute();
        });
        return command;
    }
}
