using System.CommandLine;
using Featuresmith.Consuming;
using Spectre.Console;

namespace Featuresmith.Cli.Commands;

/// <summary>The flags by which a verb is told which devcontainer.json it is about, named as the devcontainers CLI names them.</summary>
internal sealed class WorkspaceFlags
{
    private readonly Option<DirectoryInfo?> workspace = new("--workspace-folder")
    {
        Description = "The workspace whose devcontainer.json is meant (default: the current folder)",
        HelpName = "DIR",
    };

    private readonly Option<FileInfo?> config = new("--config")
    {
        Description = "The devcontainer.json, where the workspace has several or keeps it elsewhere",
        HelpName = "FILE",
    };

    public void AddTo(Command command)
    {
        command.Add(workspace);
        command.Add(config);
    }

    /// <summary>The workspace's folder, absolute.</summary>
    /// <exception cref="UsageException">It does not exist.</exception>
    public string Folder(ParseResult parsed)
    {
        var folder = parsed.GetValue(workspace)?.FullName ?? Directory.GetCurrentDirectory();
        return Directory.Exists(folder)
            ? Path.TrimEndingDirectorySeparator(folder)
            : throw new UsageException($"{folder} is no folder; give an existing one with --workspace-folder");
    }

    /// <summary>The devcontainer.json that is meant, absolute. Of several a person at a terminal is asked for one.</summary>
    /// <returns>The file; null where there is none, which <see cref="Existing"/> and a verb that makes one tell apart.</returns>
    /// <exception cref="UsageException">There are several and nobody to ask, or --config names none.</exception>
    public string? Find(ParseResult parsed)
    {
        var folder = Folder(parsed);
        if (parsed.GetValue(config) is { } given)
        {
            return DevContainerSearch.IsName(given.FullName)
                ? given.Exists
                    ? given.FullName
                    : null
                : throw new UsageException(
                    $"{CommonOptions.Show(given.FullName)} is not called devcontainer.json or .devcontainer.json, and no tool reads others"
                );
        }

        return DevContainerSearch.All(folder) switch
        {
            [] => null,
            [var only] => only,
            var several => Ask(parsed, several),
        };
    }

    /// <summary>Where a workspace without a file gets one: what --config names, else the usual place.</summary>
    public string NewPlace(ParseResult parsed) =>
        parsed.GetValue(config)?.FullName ?? Path.Combine(Folder(parsed), DevContainerSearch.UsualPlace);

    /// <summary>The devcontainer.json that is meant, absolute.</summary>
    /// <exception cref="UsageException">There is none, or there are several and nobody to ask.</exception>
    public string Existing(ParseResult parsed) =>
        Find(parsed)
        ?? throw new UsageException(
            parsed.GetValue(config) is { } given
                ? $"there is no {CommonOptions.Show(given.FullName)}"
                : $"{CommonOptions.Show(Folder(parsed))} has neither {DevContainerSearch.UsualPlace} nor .devcontainer.json; "
                    + "name another with --config, or another workspace with --workspace-folder"
        );

    private static string Ask(ParseResult parsed, IReadOnlyList<string> files)
    {
        if (!parsed.CanAsk())
        {
            throw new UsageException(
                $"there are several: {string.Join(", ", files.Select(CommonOptions.Show))}; name one with --config"
            );
        }

        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return terminal.Prompt(
            new SelectionPrompt<string>()
                .Title("Which one?")
                .UseConverter(file => Markup.Escape(CommonOptions.Show(file)))
                .AddChoices(files)
        );
    }
}
