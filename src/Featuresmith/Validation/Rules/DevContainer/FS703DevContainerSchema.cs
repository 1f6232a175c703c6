using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Syntax;

namespace Featuresmith.Validation.Rules.DevContainer;

/// <summary>What devcontainer.json says fits schemas/devcontainer.schema.json; properties that nobody knows are FS704's.</summary>
public sealed class FS703DevContainerSchema : IDevContainerRule
{
    public RuleInfo Info { get; } = new("FS703", "devcontainer-schema", Severity.Error);

    public IEnumerable<Finding> Check(DevContainerFile file) =>
        from root in new[] { file.Tree.Root }.OfType<JsonValueSyntax>()
        from finding in SchemaCheck.For("devcontainer").Check(root)
        where file.Tree.RootObject is not { } json || !json.Members.Any(member => IsExtra(member, finding))
        select finding;

    // A key that is marked itself is one that the schema does not know; editors' own and former ones are there too.
    private static bool IsExtra(JsonMemberSyntax member, Finding finding) => member.Key.Span == finding.Span;
}
