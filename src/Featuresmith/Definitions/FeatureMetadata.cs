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
);
