namespace Featuresmith.Validation;

/// <summary>test/&lt;id&gt; beside a collection's src: scenarios and test scripts.</summary>
/// <param name="Name">The folder's name: a Feature's id, or "_global".</param>
/// <param name="Path">The folder as it is shown to people.</param>
/// <param name="Files">The files, sorted by path below the folder.</param>
/// <param name="Scenarios">What scenarios.json and failing-scenarios.json ask for, in the order of the files.</param>
public sealed record TestFolder(
    string Name,
    string Path,
    IReadOnlyList<FeatureFile> Files,
    IReadOnlyList<FeatureConfiguration> Scenarios
)
{
    /// <summary>The scenarios that must come up.</summary>
    public const string ScenariosName = "scenarios.json";

    /// <summary>The scenarios whose container must not come up; only this tool reads it.</summary>
    public const string FailingScenariosName = "failing-scenarios.json";

    /// <summary>The script that runs on the Feature with its defaults.</summary>
    public const string TestName = "test.sh";

    /// <summary>The script that runs on the Feature installed twice with different options.</summary>
    public const string DuplicateName = "duplicate.sh";

    /// <summary>The folder of scenarios that belong to no single Feature.</summary>
    public const string GlobalName = "_global";

    /// <summary>The shell scripts directly in the folder.</summary>
    public IEnumerable<FeatureFile> Scripts =>
        Files.Where(file =>
            file.Path.EndsWith(".sh", StringComparison.Ordinal) && !file.Path.Contains('/', StringComparison.Ordinal)
        );

    /// <summary>Whether a script of this name lies directly in the folder.</summary>
    public bool HasScript(string name) => Scripts.Any(script => script.Path == name);
}
