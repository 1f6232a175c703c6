using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Definitions;

/// <summary>Reads feature.jsonc. Its shape is the business of schemas/feature-definition.schema.json, whose findings go into the
/// bag; what has the right shape is read whatever else is wrong.</summary>
public static class FeatureDefinitionReader
{
    /// <summary>The file's name in a template folder.</summary>
    public const string FileName = "feature.jsonc";

    /// <summary>The schema that says what a definition may hold.</summary>
    public const string SchemaName = "feature-definition";

    /// <param name="source">The text of feature.jsonc.</param>
    /// <param name="folder">The template folder on disk.</param>
    /// <param name="bag">Receives every mistake in the file.</param>
    /// <returns>The definition; null where there is no metadata object to speak of.</returns>
    public static FeatureDefinition? Read(SourceText source, string folder, DiagnosticBag bag)
    {
        var tree = JsonSyntaxTree.Parse(source, bag);
        if (tree.Root is null)
        {
            return null;
        }

        bag.AddRange(
            SchemaCheck.For(SchemaName).Check(tree.Root).Select(finding => finding.By(SchemaRules.Definition))
        );
        if (tree.RootObject?.Object("metadata") is not { } metadata)
        {
            return null;
        }

        return new FeatureDefinition(
            source,
            folder,
            FeatureMetadataReader.Read(metadata),
            ReadConflicts(tree.RootObject),
            ReadAllowed(tree.RootObject),
            ReadDownloads(tree.RootObject),
            ReadScenarios(tree.RootObject),
            FeatureComparison.Read(tree.RootObject.Object("comparison"))
        )
        {
            Hints = ReadHints(tree.RootObject),
        };
    }

    private static List<FeatureConflict> ReadConflicts(JsonObjectSyntax definition)
    {
        var conflicts = (definition["conflicts"] as JsonArraySyntax)?.Items.OfType<JsonObjectSyntax>() ?? [];
        return
        [
            .. from conflict in conflicts
            let feature = conflict.String("feature")
            where feature is not null
            select new FeatureConflict(feature, conflict.String("reason")),
        ];
    }

    private static List<RuleAllowance> ReadAllowed(JsonObjectSyntax definition)
    {
        var entries = (definition["allow"] as JsonArraySyntax)?.Items.OfType<JsonObjectSyntax>() ?? [];
        return
        [
            .. from entry in entries
            let rule = entry.String("rule")
            where rule is not null
            select new RuleAllowance(rule, entry.String("reason"), entry.Span),
        ];
    }

    private static List<FeatureHint> ReadHints(JsonObjectSyntax definition)
    {
        var entries = (definition["hints"] as JsonArraySyntax)?.Items.OfType<JsonObjectSyntax>() ?? [];
        return
        [
            .. from entry in entries
            let arguments = entry.Strings("runArgs")
            let reason = entry.String("reason")
            where arguments is not null && reason is not null
            select new FeatureHint(arguments, entry.String("compose"), reason),
        ];
    }

    private static List<FeatureDownload> ReadDownloads(JsonObjectSyntax definition)
    {
        var entries = (definition["downloads"] as JsonArraySyntax)?.Items.OfType<JsonObjectSyntax>() ?? [];
        return
        [
            .. from entry in entries
            let name = entry.String("name")
            let url = entry.String("url")
            where name is not null && url is not null
            select new FeatureDownload(name, url, entry.Strings("versions") ?? [], entry.Strings("machines") ?? []),
        ];
    }

    private static List<SmokeScenario> ReadScenarios(JsonObjectSyntax definition) =>
        [
            .. from member in definition.Object("scenarios")?.Members ?? []
            let scenario = member.Value as JsonObjectSyntax
            where scenario is not null
            select new SmokeScenario(
                member.Key,
                scenario.Object("options"),
                scenario.Strings("bases") ?? [],
                scenario.Strings("excludeBases") ?? [],
                scenario.String("expect")?.Value == "fail",
                scenario.String("failsWith"),
                scenario.Object("features"),
                scenario.Object("config")
            ),
        ];
}
