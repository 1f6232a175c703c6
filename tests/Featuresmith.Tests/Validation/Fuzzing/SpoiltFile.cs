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
    Scenarios,
    Definition,
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
            SpoiltKind.DevContainer => DevContainer(
                SourceText.FromBytes(".devcontainer/devcontainer.json", bytes),
                bag
            ),
            SpoiltKind.Scenarios => Scenarios(SourceText.FromBytes("test/spoilt/scenarios.json", bytes), bag),
            _ => Definition(SourceText.FromBytes("templates/spoilt/feature.jsonc", bytes), bag),
        };
        var scope = new LintScope(sources, LintSettings.Default, [], IsWholeCollection: true);
        return new ValidationOutcome(Linter.Conclude(bag, scope), 1, 0);
    }

    private static SourceText Plain(string script) => new("src/spoilt/install.sh", script);

    private static SourceText[] Feature(SourceText metadata, SourceText script, DiagnosticBag bag)
    {
        bag.AddRange(Linter.Check(new FeatureCollection("src", [Folder("spoilt", metadata, script, bag)])));
        return [metadata, script];
    }

    private static FeatureFolder Folder(string name, SourceText metadata, SourceText script, DiagnosticBag bag)
    {
        var tree = JsonSyntaxTree.Parse(metadata, bag);
        return new FeatureFolder(
            name,
            tree,
            tree.RootObject is { } json ? FeatureMetadataReader.Read(json) : null,
            [
                new FeatureFile(FeatureFolder.MetadataName, isExecutable: false, () => metadata),
                new FeatureFile(FeatureFolder.InstallName, isExecutable: true, () => script),
            ]
        );
    }

    private static SourceText[] DevContainer(SourceText source, DiagnosticBag bag)
    {
        var folder = Path.Combine(Path.GetTempPath(), "featuresmith-nowhere", DevContainerFile.FolderName);
        var tree = JsonSyntaxTree.Parse(source, bag);
        bag.AddRange(Linter.Check(new DevContainerFile(tree, folder)));
        var name = new Located<string>(DevContainerFile.Name, source.Span(0, 0));
        bag.AddRange(Linter.CheckMerged(Rivals([new FeatureConfiguration(name, tree.RootObject)], [])));
        return [source];
    }

    private static SourceText[] Scenarios(SourceText source, DiagnosticBag bag)
    {
        FeatureConfiguration[] scenarios = [.. FeatureConfiguration.AllIn(JsonSyntaxTree.Parse(source, bag))];
        var file = new FeatureFile(TestFolder.ScenariosName, isExecutable: false, () => source);
        var test = new FeatureFile(TestFolder.TestName, isExecutable: true, () => new("test/spoilt/test.sh", Script));
        bag.AddRange(
            Linter.Check(Rivals(scenarios, [new TestFolder("spoilt", "test/spoilt", [file, test], scenarios)]))
        );
        return [source];
    }

    // Two Features that cannot be in one container, under the names that the seeds ask for.
    private static FeatureCollection Rivals(FeatureConfiguration[] configurations, TestFolder[] tests) =>
        new(
            "src",
            [
                .. new[] { "docker-in-docker", "docker-outside-of-docker", "local", "spoilt" }.Select(id =>
                    Folder(
                        id,
                        new SourceText(
                            $"src/{id}/devcontainer-feature.json",
                            Metadata.Replace("\"spoilt\"", $"\"{id}\", \"entrypoint\": \"/usr/local/share/start.sh\"")
                        ),
                        new SourceText($"src/{id}/install.sh", Script),
                        []
                    )
                ),
            ]
        )
        {
            Configurations = configurations,
            Tests = tests,
        };

    private static SourceText[] Definition(SourceText source, DiagnosticBag bag)
    {
        if (FeatureDefinitionReader.Read(source, "templates/spoilt", bag) is { } definition)
        {
            var tree = new JsonSyntaxTree(source, definition.Metadata.Syntax);
            bag.AddRange(Linter.Check(new FeatureFolder("spoilt", tree, definition.Metadata, [])));
        }

        return [source];
    }
}
