using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;
using Featuresmith.Validation;
using Featuresmith.Validation.Settings;

namespace Featuresmith.Tests.Validation.Fuzzing;

/// <summary>What is spoilt.</summary>
public enum SpoiltKind
{
    Metadata,
    Script,
    DevContainer,
}

/// <summary>Checks one spoilt file with all rules, without a disk.</summary>
internal static class SpoiltFile
{
    private const string Metadata = """
        { "id": "spoilt", "version": "1.0.0", "name": "Spoilt",
          "options": { "version": { "type": "string", "default": "latest" }, "tls": { "type": "boolean", "default": true } } }
        """;

    private const string Script = "#!/bin/sh\nset -e\necho \"$VERSION\"\n";

    public static ValidationOutcome Check(SpoiltKind kind, string text)
    {
        var bag = new DiagnosticBag();
        // Whatever was spoilt came from a disk, and has been decoded.
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        var sources = kind switch
        {
            SpoiltKind.Metadata => Feature(
                SourceText.FromBytes("src/spoilt/devcontainer-feature.json", bytes),
                Plain(Script),
                bag
            ),
            SpoiltKind.Script => Feature(
                new SourceText("src/spoilt/devcontainer-feature.json", Metadata),
                SourceText.FromBytes("src/spoilt/install.sh", bytes),
                bag
            ),
            _ => DevContainer(SourceText.FromBytes(".devcontainer/devcontainer.json", bytes), bag),
        };
        var scope = new LintScope(sources, LintSettings.Default, [], IsWholeCollection: true);
        return new ValidationOutcome(Linter.Conclude(bag, scope), 1, 0);
    }

    private static SourceText Plain(string script) => new("src/spoilt/install.sh", script);

    private static SourceText[] Feature(SourceText metadata, SourceText script, DiagnosticBag bag)
    {
        var tree = JsonSyntaxTree.Parse(metadata, bag);
        var feature = new FeatureFolder(
            "spoilt",
            tree,
            tree.RootObject is { } json ? FeatureMetadataReader.Read(json) : null,
            [
                new FeatureFile(FeatureFolder.MetadataName, isExecutable: false, () => metadata),
                new FeatureFile(FeatureFolder.InstallName, isExecutable: true, () => script),
            ]
        );
        bag.AddRange(Linter.Check(new FeatureCollection("src", [feature])));
        return [metadata, script];
    }

    private static SourceText[] DevContainer(SourceText source, DiagnosticBag bag)
    {
        var folder = Path.Combine(Path.GetTempPath(), "featuresmith-nowhere", DevContainerFile.FolderName);
        bag.AddRange(Linter.Check(new DevContainerFile(JsonSyntaxTree.Parse(source, bag), folder)));
        return [source];
    }
}
