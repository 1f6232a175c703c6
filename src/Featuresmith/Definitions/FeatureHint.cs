using Featuresmith.Sources;

namespace Featuresmith.Definitions;

/// <summary>What a Feature needs or can use and cannot ask for itself, so that devcontainer.json has to.</summary>
/// <param name="RunArguments">Entries of "runArgs".</param>
/// <param name="Compose">The same as a line of a compose file's service; null where it has none.</param>
/// <param name="Reason">What it is good for, in words that a user is shown.</param>
public sealed record FeatureHint(
    IReadOnlyList<Located<string>> RunArguments,
    Located<string>? Compose,
    Located<string> Reason
);
