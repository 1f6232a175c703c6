using Featuresmith.Diagnostics;

namespace Featuresmith.Validation;

/// <summary>A rule that looks at one Feature.</summary>
public interface IFeatureRule
{
    /// <summary>The rule's code, name and severity.</summary>
    RuleInfo Info { get; }

    /// <summary>Everything that the rule finds wrong. Pure: no files are read but through the folder, nothing is kept.</summary>
    IEnumerable<Finding> Check(FeatureFolder feature);
}
