using Featuresmith.Diagnostics;

namespace Featuresmith.Validation;

/// <summary>A rule that needs to see a Feature's neighbours.</summary>
public interface ICollectionRule
{
    /// <summary>The rule's code, name and severity.</summary>
    RuleInfo Info { get; }

    /// <summary>Everything that the rule finds wrong. Pure, like <see cref="IFeatureRule.Check"/>.</summary>
    IEnumerable<Finding> Check(FeatureCollection collection);
}
