using System.CommandLine;

namespace Featuresmith.Cli.Commands;

/// <summary>The flags that choose cases, which "test" and "matrix" share.</summary>
internal sealed class SmokeOptions
{
    public Option<DirectoryInfo?> Folder { get; } = CommonOptions.ProjectFolder();

    public Option<string[]> Features { get; } = CommonOptions.Features();

    public Option<string[]> Bases { get; } =
        new("--base-image", "-i")
        {
            Description = "Base images that replace those of the scenarios",
            HelpName = "IMAGE",
            AllowMultipleArgumentsPerToken = true,
        };

    public Option<string[]> Filter { get; } =
        new("--filter")
        {
            Description = "Only cases whose name, feature/scenario@base, matches; * stands for anything",
            HelpName = "NAME",
            AllowMultipleArgumentsPerToken = true,
        };

    public Option<string?> ChangedSince { get; } =
        new("--changed-since")
        {
            Description =
                "Only Features whose files, templates or partials changed since a revision, and their dependents",
            HelpName = "REV",
        };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Folder, Features, Bases, Filter, ChangedSince })
        {
            command.Add(option);
        }
    }

    public CaseChoice Read(ParseResult parsed) =>
        new(
            parsed.GetValue(Folder)?.FullName ?? Directory.GetCurrentDirectory(),
            parsed.GetValue(Features) ?? [],
            parsed.GetValue(Bases) ?? [],
            parsed.GetValue(Filter) ?? [],
            parsed.GetValue(ChangedSince)
        );
}
