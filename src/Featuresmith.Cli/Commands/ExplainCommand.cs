using System.CommandLine;
using Featuresmith.Validation;

namespace Featuresmith.Cli.Commands;

/// <summary>Prints a rule's page.</summary>
internal static class ExplainCommand
{
    public static Command Build()
    {
        var id = new Argument<string>("RULE")
        {
            Description = "A rule's code or name, such as FS104 or default-in-enum",
        };
        var command = new VerbCommand("explain", "Print what a rule checks and why.", "featuresmith explain FS104")
        {
            id,
        };
        command.SetAction(parsed =>
        {
            var wanted = parsed.GetValue(id)!;
            var rule =
                RuleNames.Find(wanted)
                ?? throw new UsageException($"there is no rule \"{wanted}\"; {RuleNames.Suggest(wanted)}");
            parsed.InvocationConfiguration.Output.Write(RulePage.Read(rule));
        });
        return command;
    }
}
