using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>No option's variable is one that the installer or the shell itself lives on: the options' file is sourced last (CLI, getFeatureInstallWrapperScript).</summary>
public sealed class FS113OptionShadowsVariable : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS113", "option-shadows-variable", Severity.Error);

    private static readonly string[] OfInstaller =
    [
        "_REMOTE_USER",
        "_CONTAINER_USER",
        "_REMOTE_USER_HOME",
        "_CONTAINER_USER_HOME",
    ];

    private static readonly string[] OfShell =
    [
        "PATH",
        "HOME",
        "IFS",
        "USER",
        "SHELL",
        "LD_LIBRARY_PATH",
        "LD_PRELOAD",
        "BASH_ENV",
        "ENV",
    ];

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from option in feature.Metadata?.Options ?? []
        let variable = option.EnvironmentName
        let owner = OfInstaller.Contains(variable) ? "the installer sets"
        : OfShell.Contains(variable) ? "every program reads"
        : null
        where owner is not null
        select new Finding(
            option.Id.Span,
            $"option \"{option.Id.Value}\" overwrites {variable}, which {owner}",
            "rename the option, for example with the Feature's name in front"
        );
}
