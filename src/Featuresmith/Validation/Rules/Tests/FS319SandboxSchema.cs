using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Syntax;

namespace Featuresmith.Validation.Rules.Tests;

/// <summary>sandbox.jsonc fits its schema, schemas/sandbox.schema.json.</summary>
public sealed class FS319SandboxSchema : ICollectionRule
{
    private const string FileName = "sandbox.jsonc";

    public RuleInfo Info => SchemaRules.Sandbox;

    public IEnumerable<Finding> Check(FeatureCollection collection) =>
        from test in collection.Tests
        from file in test.Files
        where file.Path == FileName
        from finding in Check(file)
        select finding;

    private static IEnumerable<Finding> Check(FeatureFile file)
    {
        var bag = new DiagnosticBag();
        var root = JsonSyntaxTree.Parse(file.Source, bag).Root;
        var unreadable = bag.Sorted().Select(mistake => new Finding(mistake.Span, mistake.Message, mistake.Help));
        return root is null ? unreadable : unreadable.Concat(SchemaCheck.For("sandbox").Check(root));
    }
}
