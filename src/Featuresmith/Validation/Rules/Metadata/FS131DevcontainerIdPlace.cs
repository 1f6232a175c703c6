using Featuresmith.Definitions;
using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>${devcontainerId} is put in for entrypoint, mounts, customizations and commands; elsewhere it stays as it is (specification, "devcontainerId").</summary>
public sealed class FS131DevcontainerIdPlace : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS131", "devcontainer-id-place", Severity.Error);

    private const string Variable = "${devcontainerId}";

    private static readonly HashSet<string> Replaced = new(
        ["entrypoint", "mounts", "customizations", .. FeatureMetadata.LifecycleHooks],
        StringComparer.Ordinal
    );

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from member in feature.Metadata?.Syntax.Members ?? []
        // Prose may speak of it.
        where !Replaced.Contains(member.Key.Value) && member.Key.Value is not ("description" or "options")
        from text in FeatureMetadata.Strings(member.Value)
        where text.Value.Contains(Variable, StringComparison.Ordinal)
        select new Finding(
            text.Span,
            $"\"{Variable}\" is not replaced in \"{member.Key.Value}\"",
            "use it in entrypoint, mounts or customizations, and leave it out here"
        );
}
