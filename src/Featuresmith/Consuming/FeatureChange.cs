using Featuresmith.Consuming.Editing;
using Featuresmith.Diagnostics;

namespace Featuresmith.Consuming;

/// <summary>What an edit of a devcontainer.json does, and what that means for its container.</summary>
/// <param name="Edit">The file before and after.</param>
/// <param name="Reference">The entry that is added, changed or removed, as the file names it.</param>
/// <param name="Brings">What the Feature brings into the container; empty where it brought that already, or goes.</param>
/// <param name="Conflicts">Conflicts that the edit makes, not those that were there.</param>
/// <param name="Unknown">What could not be looked at, each with the reason.</param>
public sealed record FeatureChange(
    DevContainerEdit Edit,
    string Reference,
    IReadOnlyList<BroughtThing> Brings,
    IReadOnlyList<Diagnostic> Conflicts,
    IReadOnlyList<string> Unknown
);
