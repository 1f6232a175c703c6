namespace Featuresmith.Tests.JsonSchema;

/// <summary>What a mutation does to the member or item that it hits.</summary>
public enum MutationKind
{
    /// <summary>Gives a key another name that is known somewhere.</summary>
    Rename,

    /// <summary>Gives a key a name that is known nowhere.</summary>
    Misspell,

    /// <summary>Leaves it out.</summary>
    Drop,

    /// <summary>Adds a known key beside the others in it.</summary>
    Add,

    /// <summary>Puts a value of another kind in its place.</summary>
    Replace,
}
