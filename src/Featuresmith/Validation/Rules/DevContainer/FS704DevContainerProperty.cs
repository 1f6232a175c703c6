using Featuresmith.Definitions;
using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.DevContainer;

/// <summary>devcontainer.json has properties that a tool reads (specification, "Dev Container metadata reference"); others do nothing.</summary>
public sealed class FS704DevContainerProperty : IDevContainerRule
{
    public RuleInfo Info { get; } = new("FS704", "devcontainer-property", Severity.Warning);

    public IEnumerable<Finding> Check(DevContainerFile file) =>
        from member in file.Tree.RootObject?.Members ?? []
        where !DevContainerProperties.Contains(member.Key.Value)
        select new Finding(
            member.Key.Span,
            $"\"{member.Key.Value}\" is no property of devcontainer.json, and does nothing",
            DevContainerProperties.Closest(member.Key.Value) is { } meant ? $"\"{meant}\" may be meant" : "remove it"
        );
}
