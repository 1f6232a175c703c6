namespace Featuresmith.Tests.Validation.Fuzzing;

/// <summary>Whole files to spoil: this repository's own, and the published ones where they lie beside it.</summary>
internal static class FuzzSeeds
{
    private const string DevContainer = """
        // A project's own file.
        {
          "name": "Project", "image": "debian:trixie", /* pinned elsewhere */
          "features": {
            "registry.example.test/owner/features/hello:1": { "version": "latest" },
            "./local": {}, "bare": "1",
          },
          "remoteUser": "vscode", "postCreateCommand": ["echo", "ready"]
        }
        """;

    public static IReadOnlyList<string> For(SpoiltKind kind) =>
        kind switch
        {
            SpoiltKind.Metadata =>
            [
                .. Below("features/src", "devcontainer-feature.json"),
                .. Corpus("devcontainer-feature.json"),
            ],
            SpoiltKind.Script =>
            [
                .. Below("features/src", "*.sh"),
                .. Below("features/test", "*.sh"),
                .. Below("tests/host", "*.sh"),
                .. Below("templates", "*.sbn"),
            ],
            SpoiltKind.Definition => [.. Below("templates", "feature.jsonc")],
            SpoiltKind.Scenarios => [.. Below("features/test", "*scenarios.json"), .. Corpus("scenarios.json")],
            _ => [DevContainer, .. Below("features/test", "scenarios.json"), .. Corpus("scenarios.json")],
        };

    private static IEnumerable<string> Below(string folder, string pattern) =>
        Directory
            .EnumerateFiles(Path.Combine(RepositoryFiles.Root, folder), pattern, SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText);

    // A seed number means the same file only where the same corpus lies; without it the own files are spoilt.
    private static IEnumerable<string> Corpus(string name)
    {
        var folder = Path.GetFullPath(Path.Combine(RepositoryFiles.Root, "..", "shared", "data", "corpus"));
        return Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, name, SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(File.ReadAllText)
            : [];
    }
}
