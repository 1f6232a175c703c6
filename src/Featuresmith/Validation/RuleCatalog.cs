using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Rendering;
using Featuresmith.Syntax;
using Featuresmith.Validation.Rules.Collection;
using Featuresmith.Validation.Rules.Conflicts;
using Featuresmith.Validation.Rules.DevContainer;
using Featuresmith.Validation.Rules.Install;
using Featuresmith.Validation.Rules.Metadata;
using Featuresmith.Validation.Rules.Security;
using Featuresmith.Validation.Rules.Tests;
using Featuresmith.Validation.Settings;
using Featuresmith.Validation.Suppressions;

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
        new FS106NotPortableJson(),
        new FS107IdCharacters(),
        new FS108IdDot(),
        new FS109LegacyIds(),
        new FS110Prerelease(),
        new FS111OptionNameClash(),
        new FS112OptionNameEmpty(),
        new FS113OptionShadowsVariable(),
        new FS114OptionNameChanged(),
        new FS115EnumRepeats(),
        new FS116Proposals(),
        new FS117BooleanAsString(),
        new FS118OptionDescription(),
        new FS119InstallsAfterVersion(),
        new FS120InstallsAfterShort(),
        new FS121InstallsAfterItself(),
        new FS122DependsOnReference(),
        new FS123DependsOnValue(),
        new FS124DependsOnUnpinned(),
        new FS126DependencyTwice(),
        new FS127RenamedOwner(),
        new FS128Mount(),
        new FS129SharedVolume(),
        new FS130MountTargetTwice(),
        new FS131DevcontainerIdPlace(),
        new FS132ContainerEnv(),
        new FS133PathReplaced(),
        new FS134ContainerEnvVariable(),
        new FS135Entrypoint(),
        new FS136HookPath(),
        new FS137Customizations(),
        new FS138CapabilityName(),
        new FS139Deprecated(),
        new FS140Url(),
        new FS141DescriptionMarkup(),
        new FS142MetadataSize(),
        new FS202InstallLineEnds(),
        new FS203Shebang(),
        new FS204OptionUnread(),
        new FS404PackedJunk(),
        new FS405LinkLeavesFolder(),
        new FS406FileUnreadable(),
        new FS408ReadmeByHand(),
        new FS409LargeFile(),
        new FS501Privileged(),
        new FS502HostSocket(),
        new FS503UnconfinedSecurity(),
        new FS504HostCapability(),
        new FS505CapabilityAdded(),
        new FS507HostFolder(),
        new FS205FallbackDiffers(),
        new FS206UndeclaredOption(),
        new FS207UnsetVariable(),
        new FS208ImpossibleComparison(),
        new FS209BooleanNeverEmpty(),
        new FS210ScriptFileMissing(),
        new FS211OptionOverwritten(),
        new FS212EnvironmentOverride(),
        new FS213InstallNotExecutable(),
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

    /// <summary>The rules that look at what the Features of one container come to together.</summary>
    public static IReadOnlyList<ICollectionRule> OfMergedConfigurations { get; } =
    [
        new FS321SharedEntrypoint(),
        new FS322SharedMountTarget(),
        new FS323SharedVolumeName(),
        new FS324SharedVariable(),
        new FS325SharedSocket(),
        new FS326DeclaredConflict(),
        new FS327Codespaces(),
    ];

    /// <summary>The rules that look at a collection.</summary>
    public static IReadOnlyList<ICollectionRule> ForCollections { get; } =
    [
        new FS125DependencyCycle(),
        new FS201InstallMissing(),
        new FS301TestsMissing(),
        new FS302TestScriptMissing(),
        new FS303ScenarioScriptMissing(),
        new FS304OrphanScript(),
        new FS305ScenarioFeatures(),
        new FS306ScenarioOptionUnknown(),
        new FS307ScenarioOptionValue(),
        new FS308QuotedBoolean(),
        new FS309ScenarioProperty(),
        new FS310ShorthandVersion(),
        new FS311ResultsUnreported(),
        new FS312OptionStringified(),
        new FS313ScenarioFeatureUnknown(),
        new FS314TestWithoutFeature(),
        new FS315DuplicateCannotDiffer(),
        new FS319SandboxSchema(),
        .. OfMergedConfigurations,
        new FS402MetadataOnly(),
        new FS403IdTaken(),
        new FS407StrayInSource(),
        new FS506PrivilegeByDependency(),
    ];

    /// <summary>The rules that look at a devcontainer.json.</summary>
    public static IReadOnlyList<IDevContainerRule> ForDevContainers { get; } =
    [
        new FS701LocalFeature(),
        new FS702BareFeatureName(),
        new FS703DevContainerSchema(),
        new FS704DevContainerProperty(),
    ];

    /// <summary>What the readers themselves find.</summary>
    public static IReadOnlyList<RuleInfo> OfReaders { get; } =
    [
        JsonSyntaxRules.InvalidJson,
        JsonSyntaxRules.DuplicateKey,
        SuppressionRules.WithoutReason,
        SuppressionRules.WithoutEffect,
        SettingsRules.Settings,
        SchemaRules.Collection,
        SchemaRules.Definition,
        RenderingRules.TemplateError,
        RenderingRules.NoMetadata,
        SiblingReferences.NoFullName,
    ];

    /// <summary>Code, name and severity of every rule, sorted by code.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } =
    [
        .. OfReaders
            .Concat(ForFeatures.Select(rule => rule.Info))
            .Concat(ForCollections.Select(rule => rule.Info))
            .Concat(ForDevContainers.Select(rule => rule.Info))
            .OrderBy(rule => rule.Id.Value, StringComparer.Ordinal),
    ];
}
