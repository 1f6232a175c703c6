using System.CommandLine;
using Featuresmith.Scaffolding;

namespace Featuresmith.Cli.Commands;

/// <summary>The flags that say what a new Feature is made of, for "new" and for the first Feature of "init".</summary>
internal sealed class ScaffoldFlags
{
    private readonly Option<string> template = new("--template", "-t")
    {
        Description =
            $"What to begin with: {string.Join("; ", FeatureScaffold.All.Select(scaffold => $"{scaffold.Name}, {scaffold.Description}"))}",
        HelpName = string.Join('|', FeatureScaffold.All.Select(scaffold => scaffold.Name)),
        DefaultValueFactory = _ => "blank",
    };

    private readonly Option<string?> package = new("--package")
    {
        Description = "With template apt: the package (default: the id)",
        HelpName = "NAME",
    };

    private readonly Option<string?> url = new("--url")
    {
        Description =
            "With template download: the address of the program or its .tar.gz, with {version} and {machine} (as uname -m says it)",
        HelpName = "URL",
    };

    private readonly Option<string?> release = new("--release")
    {
        Description = "With template download: the version to pin",
        HelpName = "VERSION",
    };

    public void AddTo(Command command)
    {
        template.CompletionSources.Add(_ =>
            FeatureScaffold.All.Select(scaffold => new System.CommandLine.Completions.CompletionItem(scaffold.Name))
        );
        foreach (var option in new Option[] { template, package, url, release })
        {
            command.Add(option);
        }
    }

    /// <summary>The Feature that is asked for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="id">Its id.</param>
    /// <param name="name">The name that people are shown; null to make one of the id.</param>
    public NewFeature Read(ParseResult parsed, string id, string? name) =>
        new(id, parsed.GetValue(template)!)
        {
            Name = name,
            Package = parsed.GetValue(package),
            Url = parsed.GetValue(url),
            Release = parsed.GetValue(release),
        };
}
