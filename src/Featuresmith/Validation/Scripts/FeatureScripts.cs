using Featuresmith.Syntax.Shell;

namespace Featuresmith.Validation.Scripts;

/// <summary>The shell scripts of a Feature, and what happens when install.sh runs.</summary>
public sealed class FeatureScripts
{
    private readonly Lazy<IReadOnlyList<ShellScript>> installing;

    private FeatureScripts(FeatureFolder feature)
    {
        Feature = feature;
        All = [.. feature.Files.Where(IsShell).Select(file => file.Script)];
        Run = feature.Install is { } install ? ShellRun.Of(install.Script, Follow) : [];
        installing = new Lazy<IReadOnlyList<ShellScript>>(() =>
            [.. All.Where(script => IsInstall(script) || Run.Any(happening => happening.Span.Source == script.Source))]
        );
    }

    /// <summary>The Feature.</summary>
    public FeatureFolder Feature { get; }

    /// <summary>Every shell script in the folder: named *.sh, or beginning with #! and a shell.</summary>
    public IReadOnlyList<ShellScript> All { get; }

    /// <summary>What happens when install.sh runs, files that it sources included.</summary>
    public IReadOnlyList<ShellEvent> Run { get; }

    /// <summary>install.sh and the files of the folder that it sources.</summary>
    public IReadOnlyList<ShellScript> Installing => installing.Value;

    /// <summary>install.sh; null where there is none.</summary>
    public ShellScript? Install => Feature.Install?.Script;

    /// <summary>Reads the scripts of a Feature.</summary>
    public static FeatureScripts Of(FeatureFolder feature) => new(feature);

    /// <summary>Whether a file is a shell script.</summary>
    public static bool IsShell(FeatureFile file) =>
        file.Path.EndsWith(".sh", StringComparison.Ordinal) || ShellInterpreter.Of(file.Source) is { IsShell: true };

    private bool IsInstall(ShellScript script) => script.Source == Feature.Install?.Source;

    private ShellScript? Follow(ShellWord target) =>
        ScriptPath.Of(target) is { } path ? Feature.Files.FirstOrDefault(file => file.Path == path)?.Script : null;
}
