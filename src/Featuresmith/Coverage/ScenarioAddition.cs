using System.Text;
using System.Text.Json.Nodes;
using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Rendering;
using Featuresmith.Sources;
using Featuresmith.Syntax;
using Featuresmith.Validation;
using Featuresmith.Validation.Fixing;

namespace Featuresmith.Coverage;

/// <summary>
/// Puts ready-made scenarios where a Feature's scenarios stand: into its definition where it has one, else into its scenarios.json, with
/// a test script each.
/// </summary>
public sealed class ScenarioAddition
{
    // Where no scenario of the Feature names an image; the smallest that a Feature is likely to be tested on.
    private const string UsualImage = "debian:stable-slim";
    private const string ScenariosKey = "scenarios";

    private readonly string file;
    private readonly string scripts;
    private readonly bool isDefinition;
    private readonly TestFolder? tests;

    private ScenarioAddition(string folder, string file, string scripts, bool isDefinition, TestFolder? tests)
    {
        (Folder, this.file, this.scripts, this.isDefinition, this.tests) = (folder, file, scripts, isDefinition, tests);
    }

    /// <summary>The folder that the paths of the files begin at.</summary>
    public string Folder { get; }

    /// <summary>Whether the Feature is made from a definition, so that it has to be generated afterwards.</summary>
    public bool NeedsGenerate => isDefinition;

    /// <summary>Finds the place of a Feature's scenarios.</summary>
    /// <param name="sources">The folder of the collection's Features, absolute.</param>
    /// <param name="collection">The collection.</param>
    /// <param name="feature">The Feature.</param>
    public static ScenarioAddition For(string sources, FeatureCollection collection, FeatureFolder feature)
    {
        var tests = collection.Tests.FirstOrDefault(test => test.Name == feature.Name);
        if (CollectionRepository.Find(sources) is { } repository)
        {
            var definition = Path.Combine(repository.Templates, feature.Name);
            if (File.Exists(Path.Combine(definition, FeatureDefinitionReader.FileName)))
            {
                return new(definition, FeatureDefinitionReader.FileName, "test/", isDefinition: true, tests);
            }
        }

        var folder = Path.Combine(Path.GetDirectoryName(sources) ?? sources, "test", feature.Name);
        return new(folder, TestFolder.ScenariosName, "", isDefinition: false, tests);
    }

    /// <summary>The names that a new scenario cannot have: those of scenarios, and those of scripts that mean something else.</summary>
    public IEnumerable<string> TakenNames =>
        (tests?.Scenarios.Select(scenario => scenario.Name.Value) ?? [])
            .Concat(tests?.Scripts.Select(script => Path.GetFileNameWithoutExtension(script.Path)) ?? [])
            .Append(Path.GetFileNameWithoutExtension(TestFolder.TestName))
            .Append(Path.GetFileNameWithoutExtension(TestFolder.DuplicateName));

    /// <summary>A scenario as it stands in the file.</summary>
    public JsonObject Entry(string feature, ReadyScenario scenario) =>
        isDefinition
            ? new JsonObject { ["options"] = scenario.OptionsObject() }
            : new JsonObject
            {
                ["image"] = Image(),
                ["features"] = new JsonObject { [feature] = scenario.OptionsObject() },
            };

    /// <summary>The files with the scenarios in them; only what stands before the new lines decides how they look.</summary>
    /// <param name="feature">The Feature's folder name.</param>
    /// <param name="scenarios">What is added.</param>
    /// <param name="bag">Receives what is wrong with the file.</param>
    /// <returns>The files; none where the file is no JSON object that scenarios can be added to.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public IReadOnlyList<RenderedFile> Files(string feature, IReadOnlyList<ReadyScenario> scenarios, DiagnosticBag bag)
    {
        var path = Path.Combine(Folder, file);
        var source = File.Exists(path) ? SourceText.Read(path) : new SourceText(path, "{\n}\n");
        if (JsonSyntaxTree.Parse(source, bag).RootObject is not { } root || bag.HasErrors)
        {
            return [];
        }

        var entries = scenarios.Select(scenario => (scenario.Name, (JsonNode)Entry(feature, scenario)));
        var edit = Edit(root, entries);
        if (edit is null)
        {
            return [];
        }

        var hasDefaultTest = tests?.HasScript(TestFolder.TestName) == true;
        byte[] content =
        [
            .. source.HasByteOrderMark ? Encoding.UTF8.Preamble : [],
            .. Encoding.UTF8.GetBytes(TextEdits.Apply(source.Text, [edit])),
        ];
        return
        [
            new RenderedFile(file, content, IsExecutable: false, path),
            .. scenarios.Select(scenario => new RenderedFile(
                $"{scripts}{scenario.Name}.sh",
                Encoding.UTF8.GetBytes(ScenarioScript.Text(scenario, hasDefaultTest)),
                IsExecutable: true,
                path
            )),
        ];
    }

    private TextEdit? Edit(JsonObjectSyntax root, IEnumerable<(string Key, JsonNode Value)> entries)
    {
        if (!isDefinition)
        {
            return JsonMembers.Append(root, entries);
        }

        return root[ScenariosKey] switch
        {
            JsonObjectSyntax scenarios => JsonMembers.Append(scenarios, entries),
            null => JsonMembers.Append(
                root,
                [
                    (
                        ScenariosKey,
                        new JsonObject(entries.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value)))
                    ),
                ]
            ),
            // What the schema has to say about it is said by "validate".
            _ => null,
        };
    }

    private string Image() =>
        tests
            ?.Scenarios.Select(scenario => scenario.Json?.String("image")?.Value)
            .FirstOrDefault(image => image is not null)
        ?? UsualImage;
}
