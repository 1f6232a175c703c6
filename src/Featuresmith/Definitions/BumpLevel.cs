namespace Featuresmith.Definitions;

/// <summary>Which number of a version is raised, in rising weight.</summary>
public enum BumpLevel
{
    /// <summary>None.</summary>
    None,

    /// <summary>Nothing that users of the Feature have to know.</summary>
    Patch,

    /// <summary>Something new, that nobody has to use.</summary>
    Minor,

    /// <summary>Something that users may have to react to.</summary>
    Major,
}
