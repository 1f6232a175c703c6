using System.CommandLine;
using System.CommandLine.Parsing;
using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Reporting;
using Featuresmith.Validation;
using Featuresmith.Validation.Settings;

namespace Featuresmith.Cli.Commands;

/// <summary>Checks Features, ours or anybody's, and the files in which they are used.</summary>
internal static class ValidateCommand
{
    public static Command Build()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description =
                "A Feature's folder or a file in it, a folder of Features, a repository, a devcontainer.json, a definition or "
                + "settings (default: the collection around the current folder)",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var format = new Option<string>("--format")
        {
            Description = "The report's format",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json", "sarif", "github");
        var rules = new Option<KeyValuePair<RuleId, RuleLevel>[]>("--rule")
        {
            Description = "What a rule's findings weigh: off, info, warn or error; may be repeated",
            HelpName = "ID=LEVEL",
            CustomParser = ParseRules,
        };
        var denyWarnings = new Option<bool>("--deny-warnings") { Description = "Warnings are errors" };
        var fix = new Option<bool>("--fix") { Description = "Mend what can be mended without changing its meaning" };
        var diff = new Option<bool>("--diff")
        {
            Description = "Print what --fix changes; without --fix nothing is written",
        };
        var baseline = new Option<FileInfo?>("--baseline")
        {
            Description = "Report only findings that are not in FILE",
            HelpName = "FILE",
        };
        var writeBaseline = new Option<bool>("--write-baseline")
        {
            Description = "Write what is found now to the file of --baseline",
        };
        var command = new VerbCommand(
            "validate",
            "Check Features, and devcontainer.json files that use them.",
            "featuresmith validate features/src/docker-in-docker --rule FS204=error --format github"
        )
        {
            paths,
            format,
            rules,
            denyWarnings,
            fix,
            diff,
            baseline,
            writeBaseline,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                var settings = new LintSettings(
                    (parsed.GetValue(rules) ?? []).ToDictionary(),
                    parsed.GetValue(denyWarnings),
                    Ignored: []
                );
                var run = new ValidateRun(
                    parsed.GetValue(paths) is { Length: > 0 } given ? given : [DefaultPath()],
                    new Validator(CommonOptions.Show, settings, cancellation),
                    output,
                    error
                )
                {
                    Format = parsed.WantsJson() ? "json" : parsed.GetValue(format)!,
                    Colour = parsed.WantsColour(),
                    Fix = parsed.GetValue(fix),
                    Diff = parsed.GetValue(diff),
                    Baseline = parsed.GetValue(baseline)?.FullName,
                    WriteBaseline = parsed.GetValue(writeBaseline),
                };
                return Task.FromResult(run.Execute());
            }
        );
        return command;
    }

    // Of a rule that is named twice the last counts, as with every other flag.
    private static KeyValuePair<RuleId, RuleLevel>[] ParseRules(ArgumentResult result)
    {
        var levels = new Dictionary<RuleId, RuleLevel>();
        foreach (var token in result.Tokens)
        {
            var parts = token.Value.Split('=');
            if (parts.Length != 2 || !Enum.TryParse<RuleLevel>(parts[1], ignoreCase: true, out var level))
            {
                result.AddError($"\"{token.Value}\" is not of the form ID=off, ID=info, ID=warn or ID=error");
            }
            else if (RuleNames.IdOf(parts[0]) is not { } id)
            {
                result.AddError($"there is no rule \"{parts[0]}\"; {RuleNames.Suggest(parts[0])}");
            }
            else
            {
                levels[id] = level;
            }
        }

        return [.. levels];
    }

    private static string DefaultPath() =>
        CollectionRepository.Find(Directory.GetCurrentDirectory())?.Root ?? Directory.GetCurrentDirectory();
}
