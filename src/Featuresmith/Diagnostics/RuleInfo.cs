namespace Featuresmith.Diagnostics;

/// <summary>What identifies a rule in every report.</summary>
/// <param name="Id">The stable code.</param>
/// <param name="Name">The readable name in kebab case, shown in brackets behind a message.</param>
/// <param name="DefaultSeverity">The severity where no setting says otherwise.</param>
public sealed record RuleInfo(RuleId Id, string Name, Severity DefaultSeverity)
{
    public RuleInfo(string id, string name, Severity defaultSeverity)
        : this(new RuleId(id), name, defaultSeverity) { }
}
