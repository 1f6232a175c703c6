using System.Text.Json.Nodes;

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
        var configurationFolder = Directory.CreateDirectory(Path.Combine(folder, ".devcontainer")).FullName;
        CopyFolder(Path.Combine(collection.Tests, smokeCase.Feature), folder);
        var scenarioFolder = Path.Combine(collection.Tests, smokeCase.Feature, smokeCase.Scenario);
        if (Directory.Exists(scenarioFolder))
        {
            CopyFolder(scenarioFolder, configurationFolder);
        }

        File.WriteAllText(Path.Combine(folder, TestLibrary), ReadTestLibrary());
        var configuration = smokeCase.Configuration.DeepClone().AsObject();
        configuration["features"] = LocalFeatures(
            collection,
            configuration["features"] as JsonObject,
            configurationFolder
        );
        File.WriteAllText(Path.Combine(configurationFolder, "devcontainer.json"), configuration.ToJsonString());
        OpenToEveryUser(folder);
        return new SmokeStage(folder);
    }

    private static JsonObject LocalFeatures(
        SmokeCollection collection,
        JsonObject? features,
        string configurationFolder
    )
    {
        var local = new JsonObject();
        foreach (var (id, options) in features ?? [])
        {
            var ours = !id.Contains('/', StringComparison.Ordinal) && collection.HasFeature(id);
            if (ours)
            {
                var target = Path.Combine(configurationFolder, id);
                CopyFolder(Path.Combine(collection.Sources, id), target);
                DropInstallsAfter(Path.Combine(target, "devcontainer-feature.json"));
            }

            local[ours ? $"./{id}" : id] = options?.DeepClone();
        }

        return local;
    }

    // The CLI asks a registry for every entry of installsAfter, for local Features too (containerFeaturesOrder.ts), so
    // nothing could be tested without a network.
    private static void DropInstallsAfter(string metadataFile)
    {
        var bag = new Diagnostics.DiagnosticBag();
        var tree = Syntax.JsonSyntaxTree.Parse(Sources.SourceText.Read(metadataFile), bag);
        if (tree.RootObject?["installsAfter"] is not null)
        {
            var metadata = JsonNode.Parse(Syntax.JsonSyntaxTree.ToElement(tree.RootObject).GetRawText())!.AsObject();
            metadata.Remove("installsAfter");
            File.WriteAllText(metadataFile, metadata.ToJsonString());
        }
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var folder in Directory.EnumerateDirectories(from))
        {
            CopyFolder(folder, Path.Combine(to, Path.GetFileName(folder)));
        }

        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }
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

    private static string ReadTestLibrary()
    {
        using var text = new StreamReader(
            typeof(SmokeStage).Assembly.GetManifestResourceStream($"smoke/{TestLibrary}")!
        );
        return text.ReadToEnd();
    }
}
