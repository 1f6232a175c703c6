using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Definitions;

/// <summary>What devcontainer-feature.json says, each value with its place. Values of the wrong kind count as absent: the
/// schema reports them.</summary>
/// <param name="Syntax">The whole object, for keys that no property below stands for.</param>
/// <param name="Id">The Feature's id.</param>
/// <param name="Version">The Feature's version.</param>
/// <param name="Name">The name that people are shown.</param>
/// <param name="Description">What the Feature brings.</param>
/// <param name="Options">The options in the order of the file.</param>
/// <param name="Entrypoint">The line of shell that runs at container start.</param>
public sealed record FeatureMetadata(
    JsonObjectSyntax Syntax,
    Located<string>? Id,
    Located<string>? Version,
    Located<string>? Name,
    Located<string>? Description,
    IReadOnlyList<FeatureOption> Options,
    Located<string>? Entrypoint
)
{
    /// <summary>The keys whose commands run in the container after it was made (specification, "Lifecycle hooks").</summary>
    public static IReadOnlyList<string> LifecycleHooks { get; } =
    ["onCreateCommand", "updateContentCommand", "postCreateCommand", "postStartCommand", "postAttachCommand"];

    private static readonly string[] Starters = [".", "source", "exec", "sh", "bash", "/bin/sh", "/bin/bash"];

    /// <summary>
    /// The script that the entrypoint's line of shell runs or sources: its first word behind words such as "." or "exec".
    /// Null where there is none.
    /// </summary>
    public string? EntrypointScript =>
        Entrypoint
            ?.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .FirstOrDefault(word => !Starters.Contains(word));

    /// <summary>Features that are installed first where both are asked for.</summary>
    public IReadOnlyList<Located<string>> InstallsAfter { get; } = Syntax.Strings("installsAfter") ?? [];

    /// <summary>Features that are needed, each with its options.</summary>
    public IReadOnlyList<JsonMemberSyntax> DependsOn { get; } = Syntax.Object("dependsOn")?.Members ?? [];

    /// <summary>Ids under which the Feature was published before.</summary>
    public IReadOnlyList<Located<string>> LegacyIds { get; } = Syntax.Strings("legacyIds") ?? [];

    /// <summary>The mounts that could be read.</summary>
    public IReadOnlyList<FeatureMount> Mounts { get; } =
    [.. ((Syntax["mounts"] as JsonArraySyntax)?.Items ?? []).Select(FeatureMount.Read).OfType<FeatureMount>()];

    /// <summary>Environment variables of the container.</summary>
    public IReadOnlyList<JsonMemberSyntax> ContainerEnv { get; } = Syntax.Object("containerEnv")?.Members ?? [];

    /// <summary>Capabilities that the container is given.</summary>
    public IReadOnlyList<Located<string>> Capabilities { get; } = Syntax.Strings("capAdd") ?? [];

    /// <summary>Security options that the container is given.</summary>
    public IReadOnlyList<Located<string>> SecurityOptions { get; } = Syntax.Strings("securityOpt") ?? [];

    /// <summary>The option of this id, or null.</summary>
    public FeatureOption? Option(string id) => Options.FirstOrDefault(option => option.Id.Value == id);

    /// <summary>Every string below the keys of the lifecycle hooks: command lines, and words of command lines.</summary>
    public IEnumerable<Located<string>> HookWords() =>
        LifecycleHooks.SelectMany(hook => Syntax[hook] is { } value ? Strings(value) : []);

    /// <summary>Every string at or below a value, keys not counted.</summary>
    public static IEnumerable<Located<string>> Strings(JsonValueSyntax value) =>
        value switch
        {
            JsonStringSyntax text => [text.Located],
            JsonArraySyntax array => array.Items.SelectMany(Strings),
            JsonObjectSyntax map => map.Members.SelectMany(member => Strings(member.Value)),
            _ => [],
        };
}
