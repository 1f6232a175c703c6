using System.CommandLine;
using Featuresmith.Consuming;
using Featuresmith.Consuming.Choosing;
using Featuresmith.Definitions;
using Featuresmith.Reporting;
using Featuresmith.Validation;
using Spectre.Console;

namespace Featuresmith.Cli.Commands;

/// <summary>Says which variant of the family suits somebody.</summary>
internal static class ChooseCommand
{
    public static Command Build()
    {
        var flags = ChoiceQuestion
            .All.Select(question =>
                (question, new Option<bool>($"--{question.Flag}") { Description = $"I {question.Need}" })
            )
            .ToList();
        var folder = CommonOptions.ProjectFolder();
        var command = new VerbCommand(
            "choose",
            "Say which way of nesting containers suits you, by what the collection's comparison page says. Asks, where no flag says what "
                + "you need.",
            "featuresmith choose --untrusted-code --no-privileged"
        )
        {
            folder,
        };
        foreach (var (_, flag) in flags)
        {
            command.Add(flag);
        }

        command.SetAction(parsed =>
        {
            var given = flags.Where(pair => parsed.GetValue(pair.Item2)).Select(pair => pair.question).ToList();
            var weighed = FeatureChooser.Weigh(
                Definitions(parsed.GetValue(folder)?.FullName ?? Directory.GetCurrentDirectory()),
                given.Count > 0 ? given : Ask(parsed)
            );
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.WantsJson())
            {
                output.WriteLine(ChoiceJson.Write(weighed));
            }
            else
            {
                new ChoiceReport(output).Write(weighed);
            }

            return weighed.Any(feature => !feature.IsRuledOut) ? ExitCode.Clean : ExitCode.Findings;
        });
        return command;
    }

    private static IReadOnlyList<FeatureDefinition> Definitions(string folder)
    {
        var around = KnownCollection.Around(folder, new FeatureFolderReader(CommonOptions.Show)).Definitions;
        return around.Any(definition => definition.Comparison is not null)
            ? around
            : KnownCollection.Carried.Definitions;
    }

    private static List<ChoiceQuestion> Ask(ParseResult parsed)
    {
        if (!parsed.CanAsk())
        {
            throw new UsageException(
                $"what do you need? Give one or more of {string.Join(", ", ChoiceQuestion.All.Select(question => $"--{question.Flag}"))}"
            );
        }

        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return terminal.Prompt(
            new MultiSelectionPrompt<ChoiceQuestion>()
                .Title("What holds for you?")
                .NotRequired()
                .UseConverter(question => Markup.Escape($"I {question.Need}"))
                .AddChoices(ChoiceQuestion.All)
        );
    }
}
