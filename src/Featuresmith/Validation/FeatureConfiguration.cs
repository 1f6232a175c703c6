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
