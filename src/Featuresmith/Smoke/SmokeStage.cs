namespace Featuresmith.Smoke;

/// <summary>The workspace of one case: a devcontainer.json, the Features that it names, and the test scripts.</summary>
/// <param name="Folder">The workspace's folder.</param>
public sealed record SmokeStage(string Folder)
{
    private const string TestLibrary = "dev-container-features-test-lib";

    /// <summary>Lays out a workspace.</summary>
    /// <param name="collection">Where Features and tests come from.</param>
    /// <param name="smokeCase">The case.</param>
    /// <param name="folder">The folder to make.</param>
    /// <exception cref="IOException">Something cannot be read or written.</exception>
    public static SmokeStage Create(SmokeCollection collection, SmokeCase smokeCase, string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        var configurationFolder = Directory.CreateDirectory(Path.Combine(folder, ".devcontainer")).FullName;
        FolderCopy.Copy(Path.Combine(collection.Tests, smokeCase.Feature), folder);
        var scenarioFolder = Path.Combine(collection.Tests, smokeCase.Feature, smokeCase.Scenario);
        if (Directory.Exists(scenarioFolder))
        {
            FolderCopy.Copy(scenarioFolder, configurationFolder);
        }

        File.WriteAllText(Path.Combine(folder, TestLibrary), ReadTestLibrary());
        var configuration = smokeCase.Configuration.DeepClone().AsObject();
        StagedFeatures.Stage(collection, configuration, configurationFolder);
        File.WriteAllText(Path.Combine(configurationFolder, "devcontainer.json"), configuration.ToJsonString());
        OpenToEveryUser(folder);
        return new SmokeStage(folder);
    }

    // The container's user is not the one who made the workspace, and tests write into it.
    private static void OpenToEveryUser(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        foreach (
            var entry in new DirectoryInfo(folder)
                .EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
                .Prepend(new DirectoryInfo(folder))
        )
        {
            entry.UnixFileMode |=
                UnixFileMode.GroupRead
                | UnixFileMode.GroupWrite
                | UnixFileMode.OtherRead
                | UnixFileMode.OtherWrite
                | (entry is DirectoryInfo || entry.Extension == ".sh" ? AnyoneExecutes : UnixFileMode.None);
        }
    }

    private const UnixFileMode AnyoneExecutes =
        UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>The text of the library that test scripts source.</summary>
    internal static string ReadTestLibrary()
    {
        using var text = new StreamReader(
            typeof(SmokeStage).Assembly.GetManifestResourceStream($"smoke/{TestLibrary}")!
        );
        return text.ReadToEnd();
    }
}
