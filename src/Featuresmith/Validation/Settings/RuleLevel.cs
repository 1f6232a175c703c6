namespace Featuresmith.Validation.Settings;

/// <summary>What a project wants of a rule.</summary>
public enum RuleLevel
{
    /// <summary>Its findings are not shown.</summary>
    Off,

    /// <summary>They are worth knowing.</summary>
    Info,

    /// <summary>They are warnings.</summary>
    Warn,

    /// <summary>They make the run fail.</summary>
    Error,
}
