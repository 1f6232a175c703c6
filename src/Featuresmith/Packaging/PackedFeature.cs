namespace Featuresmith.Packaging;

/// <summary>A Feature's folder after packing.</summary>
/// <param name="Artifact">What is published.</param>
/// <param name="LeftOut">Leftovers in the folder that did not go in.</param>
public sealed record PackedFeature(FeatureArtifact Artifact, IReadOnlyList<string> LeftOut);
