using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Install;

/// <summary>install.sh may be executed (specification, "Invoking install.sh": it is executed, not handed to a shell).</summary>
public sealed class FS213InstallNotExecutable : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS213", "install-not-executable", Severity.Info);

    // Windows has no such bit, and an archive that is packed there sets it.
    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from install in new[] { feature.Install }.OfType<FeatureFile>()
        where !install.IsExecutable && !OperatingSystem.IsWindows()
        select new Finding(
            install.Source.Span(0, 0),
            "install.sh is not executable, and it is published so",
            "chmod +x install.sh; in git: git update-index --chmod=+x install.sh"
        );
}
