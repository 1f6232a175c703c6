using Featuresmith.Diagnostics;
using Featuresmith.Validation.Scripts;

namespace Featuresmith.Validation.Rules.Install;

/// <summary>apt-get is told not to ask; in a build there is nobody to answer, and it aborts (apt-get(8), "-y").</summary>
public sealed class FS231AptAsks : IFeatureRule
{
    private static readonly string[] Asking =
    [
        "install",
        "upgrade",
        "dist-upgrade",
        "remove",
        "purge",
        "autoremove",
        "full-upgrade",
    ];

    public RuleInfo Info { get; } = new("FS231", "apt-asks", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from script in feature.Scripts.Installing
        from invocation in Invocation.All(script)
        where
            invocation.Program is "apt-get" or "apt" && invocation.Literals.Any(Asking.Contains) && !IsQuiet(invocation)
        select new Finding(
            invocation.Span,
            $"{invocation.Program} asks before it goes on, and nobody is there to answer",
            $"write {invocation.Program} -y"
        );

    private static bool IsQuiet(Invocation invocation) =>
        invocation.HasFlag('y', "oct")
        || invocation.HasUnknownFlags && !invocation.Arguments.Any(word => word.Raw.StartsWith('-'))
        || invocation.Literals.Any(word =>
            word is "--yes" or "--assume-yes" or "-s" or "--simulate" or "--dry-run" or "--download-only"
            || (word.StartsWith('-') && word.Contains("qq", StringComparison.Ordinal))
        );
}
