using System.CommandLine;
using Featuresmith.Consuming;
using Featuresmith.Consuming.Lookup;
using Featuresmith.Publishing;
using Featuresmith.Validation;

namespace Featuresmith.Cli.Commands;

/// <summary>The flags that say where Features are looked up that a devcontainer.json names.</summary>
internal sealed class LookupFlags
{
    private readonly RegistryFlags registry = new();

    private readonly Option<string?> from = new("--from")
    {
        Description = "Look Features up in a folder that \"publish -r oci-layout:DIR\" filled, whatever their registry",
        HelpName = "oci-layout:DIR",
    };

    private readonly Option<string?> target = new("--target")
    {
        Description = "Where the container is to run: local, or codespaces, where the host's mounts are missing",
        HelpName = "PLACE",
    };

    /// <summary>What knows nothing and asks nobody, for a verb that does not look Features up.</summary>
    public static FeatureLookup Nothing() =>
        new(new LookupSettings(null, null, null), [], new FeatureFolderReader(CommonOptions.Show));

    public void AddTo(Command command)
    {
        target.AcceptOnlyFromAmong("local", "codespaces");
        registry.AddTo(command);
        command.Add(from);
        command.Add(target);
    }

    /// <summary>Whether the container is meant for GitHub Codespaces: it is said, or this is one.</summary>
    public bool ForCodespaces(ParseResult parsed) =>
        parsed.GetValue(target) is { } place
            ? place == "codespaces"
            : Environment.GetEnvironmentVariable("CODESPACES") == "true";

    /// <summary>What looks Features up.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="workspace">The workspace, whose own collection is known too.</param>
    /// <exception cref="UsageException">A flag is not well written.</exception>
    public FeatureLookup Read(ParseResult parsed, string workspace)
    {
        var reader = new FeatureFolderReader(CommonOptions.Show);
        var around = KnownCollection.Around(workspace, reader);
        var layout = Layout(parsed);
        return new FeatureLookup(
            new LookupSettings(
                registry.Registry(parsed),
                registry.Namespace(parsed),
                layout is not null ? _ => layout
                    : parsed.IsOffline() ? null
                    : host => registry.Open(parsed, host),
                AlwaysAsks: layout is not null
            ),
            [.. new[] { around, KnownCollection.Carried }.Distinct()],
            reader
        );
    }

    private OciLayout? Layout(ParseResult parsed) =>
        parsed.GetValue(from) switch
        {
            null => null,
            var given
                when given.StartsWith(OciLayout.Prefix, StringComparison.Ordinal)
                    && given.Length > OciLayout.Prefix.Length => new OciLayout(
                Path.GetFullPath(given[OciLayout.Prefix.Length..])
            ),
            var given => throw new UsageException($"--from takes {OciLayout.Prefix}DIR, and was given \"{given}\""),
        };
}
