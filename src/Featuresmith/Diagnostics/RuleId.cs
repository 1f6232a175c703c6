namespace Featuresmith.Diagnostics;

/// <summary>The stable code of a rule, such as FS203. Codes are never given to another rule.</summary>
/// <param name="Value">"FS" and three digits; the first digit is the group.</param>
public readonly record struct RuleId(string Value)
{
    public override string ToString() => Value;
}
