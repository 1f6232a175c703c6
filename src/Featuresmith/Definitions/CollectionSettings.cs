using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Definitions;

/// <summary>What features/collection.jsonc says about the whole collection.</summary>
/// <param name="Source">The file.</param>
/// <param name="Syntax">The whole object, as templates see it under the name "collection".</param>
/// <param name="BaseImages">The base images that a scenario runs on where it names none.</param>
public sealed record CollectionSettings(
    SourceText Source,
    JsonObjectSyntax Syntax,
    IReadOnlyList<Located<string>> BaseImages
)
{
    /// <summary>The file's name in the folder "features", and what marks a repository's root.</summary>
    public const string FileName = "collection.jsonc";

    /// <summary>The registry's host, with its port where it needs one.</summary>
    public Located<string>? Registry => Syntax.String("registry");

    /// <summary>The path in front of each Feature's id in the registry.</summary>
    public Located<string>? Namespace => Syntax.String("namespace");

    /// <param name="source">The text of collection.jsonc.</param>
    /// <param name="bag">Receives every mistake in the file.</param>
    /// <returns>The settings; null where the file holds no object.</returns>
    public static CollectionSettings? Read(SourceText source, DiagnosticBag bag)
    {
        var tree = JsonSyntaxTree.Parse(source, bag);
        if (tree.Root is not null)
        {
            bag.AddRange(
                SchemaCheck.For("collection").Check(tree.Root).Select(finding => finding.By(SchemaRules.Collection))
            );
        }

        return tree.RootObject is { } json
            ? new CollectionSettings(source, json, json.Strings("baseImages") ?? [])
            : null;
    }
}
