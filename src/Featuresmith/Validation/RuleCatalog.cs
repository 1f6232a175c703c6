using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Rendering;
using Featuresmith.Syntax;
using Featuresmith.Validation.Rules.Collection;
using Featuresmith.Validation.Rules.Install;
using Featuresmith.Validation.Rules.Metadata;

namespace Featuresmith.Validation;

/// <summary>Every rule there is, by hand, so that "find usages" works.</summary>
public static class RuleCatalog
{
    /// <summary>The rules that look at one Feature.</summary>
    public static IReadOnlyList<IFeatureRule> ForFeatures { get; } =
    [
        new FS101MetadataSchema(),
        new FS102IdIsFolder(),
        new FS103Semver(),
        new FS104DefaultInEnum(),
        new FS105OptionValueBreaksEnvFile(),
        new FS202InstallLineEnds(),
        new FS203Shebang(),
        new FS204OptionUnread(),
        new FS205FallbackDiffers(),
        new FS206UndeclaredOption(),
        new FS207UnsetVariable(),
        new FS208ImpossibleComparison(),
        new FS209BooleanNeverEmpty(),
        new FS210ScriptFileMissing(),
        new FS211OptionOverwritten(),
        new FS212EnvironmentOverride(),
        new FS220Bashism(),
        new FS221SilentBashism(),
        new FS222StopsAtErrors(),
        new FS223DownloadIntoShell(),
        new FS224DownloadUnverified(),
        new FS225AptListsStay(),
        new FS226Sudo(),
        new FS227AptKey(),
        new FS228CurlWithoutFail(),
        new FS229WritesIntoWorkingFolder(),
        new FS230OsReleaseOverwrites(),
        new FS231AptAsks(),
    ];

    /// <summary>The rules that look at a collection.</summary>
    public static IReadOnlyList<ICollectionRule> ForCollections { get; } =
    [new FS201InstallMissing(), new FS402MetadataOnly()];

    /// <summary>What the readers themselves find.</summary>
    public static IReadOnlyList<RuleInfo> OfReaders { get; } =
    [
        JsonSyntaxRules.InvalidJson,
        JsonSyntaxRules.DuplicateKey,
        SchemaRules.Collection,
        SchemaRules.Definition,
        RenderingRules.TemplateError,
        RenderingRules.NoMetadata,
    ];

    /// <summary>Code, name and severity of every rule, sorted by code.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } =
    [
        .. OfReaders
            .Concat(ForFeatures.Select(rule => rule.Info))
            .Concat(ForCollections.Select(rule => rule.Info))
            .OrderBy(rule => rule.Id.Value, StringComparer.Ordinal),
    ];
}
