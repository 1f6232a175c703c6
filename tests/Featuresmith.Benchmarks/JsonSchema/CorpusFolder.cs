using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Featuresmith.Benchmarks.JsonSchema;

/// <summary>
/// The published Features of the test data as strict JSON in a folder of their own, one document a file, so that both
/// sides read the same bytes.
/// </summary>
internal sealed class CorpusFolder : IDisposable
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("json-schema-");

    private CorpusFolder() => Directory.CreateDirectory(Path);

    public string Path => System.IO.Path.Combine(root.FullName, "corpus");

    /// <summary>Where the program under measurement may be put.</summary>
    public string ProgramPath => System.IO.Path.Combine(root.FullName, "program");

    /// <summary>How many documents there are, schemas not counted.</summary>
    public int Count { get; private set; }

    /// <summary>Writes the folder from <c>shared/data</c> beside the checkout.</summary>
    /// <param name="from">Some folder in the checkout.</param>
    /// <exception cref="DirectoryNotFoundException">The data is not there.</exception>
    public static CorpusFolder Create(string from)
    {
        var data = FindData(from);
        var folder = new CorpusFolder();
        var schemas = System.IO.Path.Combine(data, "spec-schemas");
        folder.Copy(System.IO.Path.Combine(schemas, "devContainerFeature.schema.json"), "schema-feature.json");
        folder.Copy(System.IO.Path.Combine(schemas, "devContainer.base.schema.json"), "schema-devcontainer.json");
        var corpus = System.IO.Path.Combine(data, "corpus");
        foreach (var file in Directory.EnumerateFiles(corpus, "*.json", SearchOption.AllDirectories))
        {
            folder.Add(file);
        }

        return folder;
    }

    public void Dispose() => root.Delete(recursive: true);

    private void Add(string file)
    {
        var content = JsonNode.Parse(File.ReadAllText(file), documentOptions: Lenient)!;
        if (System.IO.Path.GetFileName(file) == "devcontainer-feature.json")
        {
            Write("feature", content);
            return;
        }

        // A scenario is a devcontainer.json.
        foreach (var (_, scenario) in content.AsObject())
        {
            Write("devcontainer", scenario!);
        }
    }

    private void Write(string kind, JsonNode document)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{kind}-{Count++:D4}.json");
        File.WriteAllText(System.IO.Path.Combine(Path, name), document.ToJsonString());
    }

    private void Copy(string file, string name) => File.Copy(file, System.IO.Path.Combine(Path, name));

    private static string FindData(string from)
    {
        for (var at = new DirectoryInfo(from); at is not null; at = at.Parent)
        {
            var candidate = System.IO.Path.Combine(at.FullName, "shared", "data");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new DirectoryNotFoundException($"No folder shared/data beside {from}.");
    }
}
