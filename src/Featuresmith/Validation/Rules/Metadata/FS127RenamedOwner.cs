using Featuresmith.Definitions;
using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>References name the owner under whom a collection lives now; devcontainers-contrib became devcontainers-extra (CLI, containerCollectionsOCI.ts, getRef).</summary>
public sealed class FS127RenamedOwner : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS127", "renamed-owner", Severity.Warning);

    private const string Old = "devcontainers-contrib";
    private const string New = "devcontainers-extra";

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from entry in (feature.Metadata?.InstallsAfter ?? []).Concat(
            (feature.Metadata?.DependsOn ?? []).Select(member => member.Key)
        )
        let reference = FeatureReference.Parse(entry.Value)
        where reference.Namespace.Split('/')[0] == Old
        select new Finding(
            entry.Span,
            $"\"{entry.Value}\" names \"{Old}\", which is now \"{New}\"",
            $"write \"{entry.Value.Replace(Old, New, StringComparison.Ordinal)}\""
        );
}
