using Featuresmith.Diagnostics;
using Featuresmith.Sources;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>A mount has what the engine needs: a source for a bind, an absolute target, no comma (CLI, dockerfileUtils.ts joins the fields unescaped).</summary>
public sealed class FS128Mount : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS128", "mount", Severity.Error);

    public IEnumerable<Finding> Check(FeatureFolder feature)
    {
        foreach (var mount in feature.Metadata?.Mounts ?? [])
        {
            if (mount is { IsBind: true, Source: null or { Value: "" } })
            {
                yield return new Finding(
                    mount.Source?.Span ?? mount.Type!.Span,
                    "a bind mount has no source",
                    "name the host's path in \"source\""
                );
            }

            if (mount.Target is { } target && !IsAbsolute(target.Value))
            {
                yield return new Finding(
                    target.Span,
                    $"mount target \"{target.Value}\" is not an absolute path",
                    "begin it with \"/\""
                );
            }

            foreach (var field in new[] { mount.Source, mount.Target }.OfType<Located<string>>())
            {
                if (field.Value.Contains(',', StringComparison.Ordinal))
                {
                    yield return new Finding(
                        field.Span,
                        $"\"{field.Value}\" has a comma, at which the engine cuts a mount into fields",
                        "choose a path or a name without a comma"
                    );
                }
            }
        }
    }

    // "${…}" may stand for an absolute path.
    private static bool IsAbsolute(string path) =>
        path.StartsWith('/') || path.StartsWith("${", StringComparison.Ordinal);
}
