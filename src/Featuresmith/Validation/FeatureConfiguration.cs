using Featuresmith.Definitions;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Validation;

/// <summary>A devcontainer.json that asks for Features: a scenario is one, a project's own file is one.</summary>
/// <param name="Name">What to call it, with its place: a scenario's key.</param>
/// <param name="Json">What it says; null where it is no object.</param>
/// <param name="ExpectsFailure">Whether its container must not come up, so that what is wrong with it is its point.</param>
public sealed record FeatureConfiguration(Located<string> Name, JsonObjectSyntax? Json, bool ExpectsFailure = false)
{
    /// <summary>Whether a script on the host tests it, beside or instead of one in its container.</summary>
    public bool IsTestedFromHost { get; init; }

    /// <summary>Whether it is meant for GitHub Codespaces: it says something to Codespaces, or somebody says so.</summary>
    public bool IsForCodespaces { get; init; } = Json?.Object("customizations")?.Object("codespaces") is not null;

    /// <summary>The mounts of its own, beside those of its Features.</summary>
    public IReadOnlyList<FeatureMount> Mounts { get; } =
    [.. ((Json?["mounts"] as JsonArraySyntax)?.Items ?? []).Select(FeatureMount.Read).OfType<FeatureMount>()];

    /// <summary>The configurations of a file such as scenarios.json: an object of devcontainer.json objects.</summary>
    /// <param name="scenarios">The file's text.</param>
    /// <param name="expectFailure">Whether their containers must not come up.</param>
    public static IEnumerable<FeatureConfiguration> AllIn(JsonSyntaxTree scenarios, bool expectFailure = false) =>
        scenarios.Root switch
        {
            JsonObjectSyntax json => json.Members.Select(member => new FeatureConfiguration(
                member.Key,
                member.Value as JsonObjectSyntax,
                expectFailure
            )),
            // Not a list of scenarios; the file stands for one that is no object.
            { } other =>
            [
                new FeatureConfiguration(new(Path.GetFileName(scenarios.Source.Path), other.Span), null, expectFailure),
            ],
            null => [],
        };

    /// <summary>The Features that it asks for, in the order of the file.</summary>
    public IReadOnlyList<FeatureRequest> Requests { get; } =
    [.. (Json?.Object("features")?.Members ?? []).Select(member => new FeatureRequest(member.Key, member.Value))];
}

/// <summary>One entry of "features": which Feature, and what it is given.</summary>
/// <param name="Reference">The key.</param>
/// <param name="Value">An object of options, or the short form for the option "version".</param>
public sealed record FeatureRequest(Located<string> Reference, JsonValueSyntax Value)
{
    /// <summary>The options with their values; none in the short form.</summary>
    public IReadOnlyList<JsonMemberSyntax> Options => (Value as JsonObjectSyntax)?.Members ?? [];

    /// <summary>
    /// The name of the folder that the reference means: a bare name means a Feature of the scenario's own collection
    /// (CLI, testCommandImpl.ts), a relative path one on disk. Null for a published Feature.
    /// </summary>
    public string? LocalName =>
        FeatureReference.Parse(Reference.Value)
            is { Kind: FeatureReferenceKind.Bare or FeatureReferenceKind.Relative } local
            ? local.Id
            : null;
}
