using Featuresmith.Diagnostics;

namespace Featuresmith.Validation;

/// <summary>A rule that looks at a devcontainer.json.</summary>
public interface IDevContainerRule
{
    /// <summary>The rule's code, name and severity.</summary>
    RuleInfo Info { get; }

    /// <summary>Everything that the rule finds wrong.</summary>
    IEnumerable<Finding> Check(DevContainerFile file);
}
