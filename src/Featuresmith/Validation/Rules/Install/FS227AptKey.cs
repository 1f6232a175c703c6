using Featuresmith.Diagnostics;
using Featuresmith.Validation.Scripts;

namespace Featuresmith.Validation.Rules.Install;

/// <summary>apt-key is gone from Debian 13 and Ubuntu 24.10 on (apt-key(8), "DEPRECATION").</summary>
public sealed class FS227AptKey : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS227", "apt-key", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from script in feature.Scripts.Installing
        from invocation in Invocation.All(script)
        where invocation.Program == "apt-key"
        select new Finding(
            invocation.Span,
            "newer Debian and Ubuntu have no apt-key",
            "write the key to /etc/apt/keyrings and name it in the source's signed-by"
        );
}
