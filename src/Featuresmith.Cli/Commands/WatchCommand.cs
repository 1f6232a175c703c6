using System.CommandLine;
using Featuresmith.Definitions;
using Featuresmith.Rendering;
using Featuresmith.Validation;
using Featuresmith.Watching;

namespace Featuresmith.Cli.Commands;

/// <summary>Runs "generate" or "validate" whenever something changes.</summary>
internal static class WatchCommand
{
    // Short against what a person takes to look up, long against what looking costs.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    public static Command Build()
    {
        var verb = new Argument<string>("VERB") { Description = "generate or validate" };
        verb.AcceptOnlyFromAmong("generate", "validate");
        var arguments = new Argument<string[]>("ARGUMENT")
        {
            Description = "Arguments for the verb, behind --",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var folder = CommonOptions.ProjectFolder();
        folder.Description =
            "The repository or collection that is watched (default: the one around the current folder)";
        var command = new VerbCommand(
            "watch",
            "Run generate or validate now, and again whenever a file changes.",
            "featuresmith watch generate -- -f docker-in-docker"
        )
        {
            verb,
            arguments,
            folder,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                var root = Root(parsed.GetValue(folder));
                var wanted = parsed.GetValue(verb)!;
                var given = parsed.GetValue(arguments) ?? [];
                var isGenerate = wanted == "generate";
                string[] line =
                [
                    wanted,
                    .. isGenerate ? ["-p", root]
                    : given.Any(argument => Path.Exists(argument)) ? Array.Empty<string>()
                    : [root],
                    .. given,
                ];
                var watch = new FileWatch(
                    isGenerate ? InputsOfGenerate(root) : [root],
                    token => Task.Delay(Pause, token)
                );
                return new WatchRun(
                    line,
                    watch,
                    parsed.InvocationConfiguration.Output,
                    parsed.InvocationConfiguration.Error
                ).ExecuteAsync(cancellation);
            }
        );
        return command;
    }

    // Not what it writes, which would set it off again.
    private static List<string> InputsOfGenerate(string root)
    {
        var repository = new CollectionRepository(root);
        return
        [
            repository.Templates,
            repository.SettingsFile,
            Path.Combine(repository.Features, CollectionPage.ResultsName),
            Path.Combine(repository.Features, CollectionPage.SpeedName),
        ];
    }

    private static string Root(DirectoryInfo? given)
    {
        var start = given?.FullName ?? Directory.GetCurrentDirectory();
        return Directory.Exists(start)
            ? CollectionRepository.Find(start)?.Root ?? CollectionFolder.Find(start)?.Root ?? start
            : throw new UsageException($"{start} does not exist; give an existing folder with --project-folder");
    }
}
