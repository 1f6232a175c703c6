using System.CommandLine;
using System.CommandLine.Completions;
using System.Text.Json;
using System.Text.Json.Nodes;
using Featuresmith.Cli.Completion;
using Featuresmith.Diagnostics;
using Featuresmith.Validation;

namespace Featuresmith.Cli.Commands;

/// <summary>Prints the page of a rule, of a Feature or of an option.</summary>
internal static class ExplainCommand
{
    public static Command Build()
    {
        var id = new Argument<string>("NAME")
        {
            Description =
                "A rule's code or name (FS104, default-in-enum), a Feature of the collection (docker-in-docker), or one of its "
                + "options (docker-in-docker.version)",
        };
        id.CompletionSources.Add(_ =>
            KnownNames.Rules().Concat(KnownNames.Features()).Select(name => new CompletionItem(name))
        );
        var folder = CommonOptions.ProjectFolder();
        var command = new VerbCommand(
            "explain",
            "Print what a rule checks and why, or what a Feature or an option does.",
            "featuresmith explain FS104"
        )
        {
            id,
            folder,
        };
        command.SetAction(parsed =>
        {
            var (output, wanted) = (parsed.InvocationConfiguration.Output, parsed.GetValue(id)!);
            var start = parsed.GetValue(folder)?.FullName ?? Directory.GetCurrentDirectory();
            var page = Page(wanted, start);
            output.Write(parsed.WantsJson() ? Json(wanted, page) : page);
        });
        return command;
    }

    private static string Page(string wanted, string folder)
    {
        if (RuleNames.Find(wanted) is { } rule)
        {
            return RulePage.Read(rule);
        }

        var features = new ExplainedFeatures(folder);
        return features.Page(wanted) ?? throw new UsageException(Unknown(wanted, features));
    }

    private static string Unknown(string wanted, ExplainedFeatures features)
    {
        var rules = RuleCatalog.All.SelectMany(rule => new[] { rule.Id.Value, rule.Name });
        var way = Spelling.Nearest(wanted, rules.Concat(features.Names())) is { } near
            ? $"did you mean \"{near}\"?"
            : "the README lists the rules, and a Feature is found where its collection is the current folder";
        return $"there is no rule, Feature or option \"{wanted}\"; {way}";
    }

    private static string Json(string wanted, string page) =>
        new JsonObject { ["name"] = wanted, ["page"] = page }.ToJsonString(
            new JsonSerializerOptions { WriteIndented = true, NewLine = "\n" }
        ) + "\n";
}
