using Featuresmith.Diagnostics;
using Featuresmith.Validation.Scripts;

namespace Featuresmith.Validation.Rules.Install;

/// <summary>A script that /bin/sh runs uses only what dash, Debian's /bin/sh, has.</summary>
public sealed class FS220Bashism : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS220", "bashism", Severity.Error);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from script in PlainShell.In(feature)
        from bashism in Bashism.In(script)
        select new Finding(
            bashism.Span,
            $"{bashism.Form} is not in every /bin/sh: dash, which Debian and Ubuntu have, fails here",
            bashism.Portable
        );
}
