using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>
/// devcontainer-feature.json is plain JSON. The devcontainers CLI forgives more (packageCommandImpl.ts reads it as JSONC), but
/// other readers of a published Feature do not, and a rewrite for legacyIds loses comments.
/// </summary>
public sealed class FS106NotPortableJson : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS106", "not-portable-json", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureFolder feature)
    {
        var source = feature.Tree.Source;
        // A definition is JSONC by its name, and what is made from it has no comments.
        if (!source.Path.EndsWith(FeatureFolder.MetadataName, StringComparison.Ordinal))
        {
            yield break;
        }

        if (source.HasByteOrderMark)
        {
            yield return new Finding(
                source.Span(0, 0),
                "a byte order mark stands in front of the JSON, which not every reader forgives",
                "save the file without a byte order mark"
            )
            {
                Fix = new Fix("remove the byte order mark") { RemovesByteOrderMark = true },
            };
        }

        var trivia = JsonTrivia.Scan(source);
        if (trivia.Comments is [var comment, ..])
        {
            yield return new Finding(
                comment,
                "JSON has no comments; of the readers of published Features not every one forgives them",
                "say it in \"description\" or NOTES.md, or in the templates where the file is generated"
            );
        }

        if (trivia.TrailingCommas is [var first, ..] commas)
        {
            yield return TrailingComma(first, commas);
        }
    }

    private static Finding TrailingComma(SourceSpan first, IReadOnlyList<SourceSpan> all) =>
        new(first, "JSON has no comma in front of a closing bracket; not every reader forgives it", "remove the comma")
        {
            Fix = new Fix("remove the commas", [.. all.Select(comma => new TextEdit(comma, ""))]),
        };
}
