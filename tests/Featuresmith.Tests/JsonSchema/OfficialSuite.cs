using System.Text.Json;
using Json.Schema;

namespace Featuresmith.Tests.JsonSchema;

/// <summary>
/// The JSON Schema organisation's test suite: files of schemas, each with instances and the verdict they must get. Remote
/// documents of the suite are known under the address that its schemas use for them.
/// </summary>
internal sealed class OfficialSuite
{
    private static readonly Uri Remotes = new("http://localhost:1234/");
    private readonly string folder = SharedData.Folder("json-schema-test-suite");
    private readonly string draft;
    private readonly BuildOptions options;

    public OfficialSuite(string draft)
    {
        this.draft = draft;
        options = new BuildOptions { Dialect = Dialects[draft], SchemaRegistry = new SchemaRegistry() };
        var root = Path.Combine(folder, "remotes");
        foreach (var file in Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories))
        {
            Register(Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllText(file));
        }
    }

    public static IReadOnlyDictionary<string, Dialect> Dialects { get; } =
        new Dictionary<string, Dialect>
        {
            ["draft7"] = Dialect.Draft07,
            ["draft2019-09"] = Dialect.Draft201909,
            ["draft2020-12"] = Dialect.Draft202012,
        };

    /// <summary>Runs the files of a folder and gives each test's name with what went wrong, or null.</summary>
    /// <param name="under">Below the draft's folder; empty for the required tests, which lie in it directly.</param>
    /// <param name="requireFormats">Whether <c>format</c> decides, as the optional format tests expect.</param>
    public IEnumerable<(string Name, string? Problem)> Run(string under, bool requireFormats)
    {
        var from = Path.Combine(folder, "tests", draft, under);
        var evaluation = new EvaluationOptions { RequireFormatValidation = requireFormats };
        foreach (var file in Directory.EnumerateFiles(from, "*.json").Order(StringComparer.Ordinal))
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file));
            foreach (var group in document.RootElement.EnumerateArray())
            {
                foreach (var result in RunGroup(group, evaluation))
                {
                    var prefix = Path.GetRelativePath(Path.Combine(folder, "tests"), file).Replace('\\', '/');
                    yield return ($"{prefix}: {result.Name}", result.Problem);
                }
            }
        }
    }

    private IEnumerable<(string Name, string? Problem)> RunGroup(JsonElement group, EvaluationOptions evaluation)
    {
        foreach (var test in group.GetProperty("tests").EnumerateArray())
        {
            var name = $"{group.GetProperty("description")}: {test.GetProperty("description")}";
            yield return (name, RunTest(group.GetProperty("schema"), test, evaluation));
        }
    }

    private string? RunTest(JsonElement source, JsonElement test, EvaluationOptions evaluation)
    {
        var expected = test.GetProperty("valid").GetBoolean();
        try
        {
            var schema = Json.Schema.JsonSchema.Build(source, options);
            var data = test.GetProperty("data");
            foreach (var format in Enum.GetValues<OutputFormat>())
            {
                evaluation.OutputFormat = format;
                if (schema.Evaluate(data, evaluation).IsValid != expected)
                {
                    return $"{format} says {!expected}";
                }
            }

            return null;
        }
        catch (JsonSchemaException problem)
        {
            return problem.Message;
        }
    }

    private void Register(string path, string text)
    {
        // Other drafts' remotes are not this run's business, and some have a $schema that is not known.
        var top = path.Split('/')[0];
        var isOther = (top.StartsWith("draft", StringComparison.Ordinal) || top == "v1") && !Dialects.ContainsKey(top);
        if (isOther)
        {
            return;
        }

        var address = new Uri(Remotes, path);
        var own = new BuildOptions
        {
            Dialect = Dialects.GetValueOrDefault(top, options.Dialect),
            SchemaRegistry = options.SchemaRegistry,
        };
        options.SchemaRegistry.Register(address, Json.Schema.JsonSchema.FromText(text, own, address));
    }
}
