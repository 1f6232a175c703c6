using Featuresmith.Diagnostics;
using Featuresmith.Syntax;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>The metadata fits schemas/devcontainer-feature.schema.json.</summary>
public sealed class FS101MetadataSchema : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS101", "metadata-schema", Severity.Error);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from root in new[] { feature.Metadata?.Syntax ?? feature.Tree.Root }.OfType<JsonValueSyntax>()
        from finding in SchemaCheck.For("devcontainer-feature").Check(root)
        select root is JsonObjectSyntax metadata ? SchemaAdvice.For(finding, metadata) : finding;
}
