using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>The entrypoint begins with an absolute path that outlives the build (CLI, singleContainer.ts runs it in /bin/sh; getFeatureLayers removes the folder that install.sh ran in).</summary>
public sealed class FS135Entrypoint : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS135", "entrypoint", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureFolder feature)
    {
        if (feature.Metadata is not { Entrypoint: { } entrypoint, EntrypointScript: { } script })
        {
            yield break;
        }

        if (!script.StartsWith('/') && !script.StartsWith("${", StringComparison.Ordinal))
        {
            yield return new Finding(
                entrypoint.Span,
                $"entrypoint \"{entrypoint.Value}\" does not run a script by its absolute path",
                "let install.sh put the script below /usr/local/share, and name it here in full"
            );
        }
        else if (script.StartsWith("/tmp/", StringComparison.Ordinal))
        {
            yield return new Finding(
                entrypoint.Span,
                $"entrypoint \"{entrypoint.Value}\" lies in /tmp, which is empty when the container starts",
                "let install.sh put the script below /usr/local/share"
            );
        }
    }
}
