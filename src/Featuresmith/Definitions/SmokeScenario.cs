using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Definitions;

/// <summary>One scenario of a definition: the Feature with these options on these base images.</summary>
/// <param name="Name">The scenario's name; its test script is "name.sh".</param>
/// <param name="Options">The options that the Feature is given; null for none.</param>
/// <param name="Bases">The base images; empty for the collection's.</param>
/// <param name="ExcludedBases">Base images that the scenario is never run on, whoever asks.</param>
/// <param name="ExpectsFailure">Whether the image build or the start must fail.</param>
/// <param name="FailsWith">A text that must appear in the log of an expected failure.</param>
/// <param name="OtherFeatures">Further Features in the same devcontainer.json, installed beside this one.</param>
/// <param name="Configuration">Further properties of the scenario's devcontainer.json, such as remoteUser.</param>
public sealed record SmokeScenario(
    Located<string> Name,
    JsonObjectSyntax? Options,
    IReadOnlyList<Located<string>> Bases,
    IReadOnlyList<Located<string>> ExcludedBases,
    bool ExpectsFailure,
    Located<string>? FailsWith,
    JsonObjectSyntax? OtherFeatures,
    JsonObjectSyntax? Configuration
);
