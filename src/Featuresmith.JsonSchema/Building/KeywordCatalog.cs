using System.Text.Json;
using Json.Schema.Keywords;

namespace Json.Schema.Building;

/// <summary>Every keyword that decides, by vocabulary.</summary>
internal static class KeywordCatalog
{
    private static readonly HashSet<string> Deciding =
    [
        .. "$id $schema $ref $anchor $dynamicRef $dynamicAnchor $recursiveRef $recursiveAnchor $vocabulary $comment $defs definitions".Split(
            ' '
        ),
        .. "allOf anyOf oneOf not if then else dependentSchemas dependencies prefixItems items additionalItems contains".Split(
            ' '
        ),
        .. "properties patternProperties additionalProperties propertyNames unevaluatedItems unevaluatedProperties".Split(
            ' '
        ),
        .. "type enum const multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern".Split(
            ' '
        ),
        .. "maxItems minItems uniqueItems maxContains minContains maxProperties minProperties required dependentRequired".Split(
            ' '
        ),
    ];

    /// <summary>Whether a keyword has a say over validity or names things; the others are annotations.</summary>
    public static bool Decides(string keyword) => Deciding.Contains(keyword);

    /// <summary>Compiles the keywords of a schema object.</summary>
    public static List<Keyword> Build(KeywordSource source)
    {
        var built = new List<Keyword?>();
        CompileDefinitions(source);
        built.Add(ReferenceKeyword.Build(source));
        if (built[0] is not null && source.Resource.Dialect.RefIgnoresSiblingKeywords)
        {
            return [built[0]!];
        }

        built.Add(DynamicRefKeyword.Build(source));
        built.Add(RecursiveRefKeyword.Build(source));
        if (source.Has(Vocabularies.Validation))
        {
            AddValidation(source, built);
        }

        var required = RequiredKeyword.Read(source);
        var isCounted = required.Length <= RequiredKeyword.MostCounted;
        built.Add(isCounted ? null : new RequiredKeyword(required));
        built.Add(PropertiesKeyword.Build(source, isCounted ? required : []));
        if (source.Has(Vocabularies.Applicator))
        {
            AddApplicators(source, built);
        }

        if (source.Has(Vocabularies.Unevaluated) && source.Draft >= Draft.V201909)
        {
            built.Add(UnevaluatedItemsKeyword.Build(source));
            built.Add(UnevaluatedPropertiesKeyword.Build(source));
        }

        built.Add(FormatKeyword.Build(source));
        return [.. built.OfType<Keyword>()];
    }

    private static void AddValidation(KeywordSource source, List<Keyword?> built)
    {
        built.Add(TypeKeyword.Build(source));
        built.Add(EnumKeyword.BuildConst(source));
        built.Add(EnumKeyword.BuildEnum(source));
        built.Add(BoundKeyword.Build(source, "minimum", -1, false));
        built.Add(BoundKeyword.Build(source, "exclusiveMinimum", -1, true));
        built.Add(BoundKeyword.Build(source, "maximum", 1, false));
        built.Add(BoundKeyword.Build(source, "exclusiveMaximum", 1, true));
        built.Add(MultipleOfKeyword.Build(source));
        built.Add(SizeKeyword.Build(source, "minLength", JsonValueKind.String, "character"));
        built.Add(SizeKeyword.Build(source, "maxLength", JsonValueKind.String, "character"));
        built.Add(SizeKeyword.Build(source, "minItems", JsonValueKind.Array, "item"));
        built.Add(SizeKeyword.Build(source, "maxItems", JsonValueKind.Array, "item"));
        built.Add(SizeKeyword.Build(source, "minProperties", JsonValueKind.Object, "key"));
        built.Add(SizeKeyword.Build(source, "maxProperties", JsonValueKind.Object, "key"));
        built.Add(PatternKeyword.Build(source));
        built.Add(UniqueItemsKeyword.Build(source));
        if (source.Draft >= Draft.V201909)
        {
            built.Add(DependencyKeyword.Build(source, "dependentRequired"));
        }
    }

    private static void AddApplicators(KeywordSource source, List<Keyword?> built)
    {
        built.Add(PropertyNamesKeyword.Build(source));
        built.Add(ItemsKeyword.Build(source));
        built.Add(ContainsKeyword.Build(source));
        built.Add(AllOfKeyword.Build(source));
        built.Add(AnyOfKeyword.Build(source));
        built.Add(OneOfKeyword.Build(source));
        built.Add(NotKeyword.Build(source));
        built.Add(ConditionKeyword.Build(source));
        // Left out of 2019-09 and later, but both still have it in their metaschemas for compatibility.
        built.Add(DependencyKeyword.Build(source, "dependencies"));
        if (source.Draft >= Draft.V201909)
        {
            built.Add(DependencyKeyword.Build(source, "dependentSchemas"));
        }
    }

    private static void CompileDefinitions(KeywordSource source)
    {
        source.FindMap("definitions");
        if (source.Draft >= Draft.V201909)
        {
            source.FindMap("$defs");
            source.FindOne("contentSchema");
        }
    }
}
