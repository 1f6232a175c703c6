using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>The entrypoint begins with an absolute path that outlives the build (CLI, singleContainer.ts runs it in /bin/sh; getFeatureLayers removes the folder that install.sh ran in).</summary>
public sealed class FS135Entrypoint : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS135", "entrypoint", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureFolder feature)
    {
        if (feature.Metadata?.Entrypoint is not { Value.Length: > 0 } entrypoint)
        {
            yield break;
        }

        if (!entrypoint.Value.StartsWith('/') && !entrypoint.Value.StartsWith("${", StringComparison.Ordinal))
        {
            yield return new Finding(
                entrypoint.Span,
                $"entrypoint \"{entrypoint.Value}\" does not begin with an absolute path",
                "let install.sh put the script below /usr/local/share, and name it here in full"
            );
        }
        else if (entrypoint.Value.StartsWith("/tmp/", StringComparison.Ordinal))
        {
            yield return new Finding(
                entrypoint.Span,
                $"entrypoint \"{entrypoint.Value}\" lies in /tmp, which is empty when the container starts",
                "let install.sh put the script below /usr/local/share"
            );
        }
    }
}
