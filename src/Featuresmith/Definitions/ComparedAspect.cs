using Featuresmith.Sources;

namespace Featuresmith.Definitions;

/// <summary>One thing that variants of a Feature are compared by.</summary>
/// <param name="Name">One of <see cref="FeatureComparison.AspectNames"/>.</param>
/// <param name="Suits">Whether the Feature is fit for whoever looks for this.</param>
/// <param name="Note">Why, in a few words.</param>
public sealed record ComparedAspect(string Name, Suitability Suits, Located<string> Note);

/// <summary>Whether something fits.</summary>
public enum Suitability
{
    /// <summary>It does not.</summary>
    No,

    /// <summary>With reservations, which a note names.</summary>
    Partly,

    /// <summary>It does.</summary>
    Yes,
}
