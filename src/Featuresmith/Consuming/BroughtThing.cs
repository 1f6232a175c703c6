namespace Featuresmith.Consuming;

/// <summary>One thing that a Feature changes about a container, beyond the files that it installs.</summary>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Text">The thing, in words that a user is shown.</param>
/// <param name="By">The Feature that brings it: the one that is added, or one that it depends on.</param>
public sealed record BroughtThing(BroughtKind Kind, string Text, string By);

/// <summary>The sorts of things that a Feature brings, the weightiest first.</summary>
public enum BroughtKind
{
    /// <summary>A right over the host or its kernel.</summary>
    Privilege,

    /// <summary>A mount.</summary>
    Mount,

    /// <summary>Something that runs when the container starts.</summary>
    Start,

    /// <summary>A command that tools run in the container at certain moments.</summary>
    Hook,

    /// <summary>An environment variable.</summary>
    Variable,

    /// <summary>Another Feature.</summary>
    Dependency,

    /// <summary>What the Feature cannot ask for itself.</summary>
    Hint,
}
