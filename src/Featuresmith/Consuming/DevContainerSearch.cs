using Featuresmith.Validation;

namespace Featuresmith.Consuming;

/// <summary>Finds the devcontainer.json of a workspace where the devcontainers CLI and the specification look for it.</summary>
public static class DevContainerSearch
{
    /// <summary>Where the file is made in a workspace that has none, below the workspace.</summary>
    public const string UsualPlace = $"{DevContainerFile.FolderName}/{DevContainerFile.Name}";

    /// <summary>
    /// The file that the devcontainers CLI takes where it is given none: .devcontainer/devcontainer.json, else .devcontainer.json
    /// (CLI, configurationCommonUtils.ts, getDevContainerConfigPathIn). Null where there is neither.
    /// </summary>
    /// <param name="workspace">The workspace's folder.</param>
    public static string? Default(string workspace) => Places(workspace).FirstOrDefault(File.Exists);

    /// <summary>
    /// Every devcontainer.json that a person may mean, the CLI's own first: those, and .devcontainer/&lt;folder&gt;/devcontainer.json,
    /// among which editors ask (specification, "devcontainer.json").
    /// </summary>
    /// <param name="workspace">The workspace's folder.</param>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static IReadOnlyList<string> All(string workspace) =>
        [
            .. Places(workspace).Where(File.Exists),
            .. DevContainerFile.In(workspace).Where(file => !Places(workspace).Contains(file)),
        ];

    /// <summary>
    /// Whether a file may be given by name: the CLI takes no other (devContainers.ts, "Filename must be devcontainer.json or
    /// .devcontainer.json").
    /// </summary>
    public static bool IsName(string file) =>
        Path.GetFileName(file) is DevContainerFile.Name or DevContainerFile.RootName;

    private static string[] Places(string workspace) =>
        [
            Path.Combine(workspace, DevContainerFile.FolderName, DevContainerFile.Name),
            Path.Combine(workspace, DevContainerFile.RootName),
        ];
}
