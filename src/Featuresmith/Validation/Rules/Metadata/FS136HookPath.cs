using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>No lifecycle command names the folder in which install.sh ran: it is gone when the container starts (CLI, getFeatureLayers).</summary>
public sealed class FS136HookPath : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS136", "hook-path", Severity.Warning);

    private static readonly string[] Gone = ["/tmp/dev-container-features", "/tmp/build-features"];

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from word in feature.Metadata?.HookWords() ?? []
        let folder = Gone.FirstOrDefault(folder => word.Value.Contains(folder, StringComparison.Ordinal))
        where folder is not null
        select new Finding(
            word.Span,
            $"the command runs something in {folder}, which is removed after the build",
            "let install.sh put what the command needs below /usr/local"
        );
}
