using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Json.Schema;

namespace Featuresmith.Tests.JsonSchema;

/// <summary>The schemas of this repository, read from their folder.</summary>
internal static partial class OurSchemas
{
    public static string Folder { get; } =
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../schemas"));

    /// <summary>Every schema's name without its ending.</summary>
    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.schema.json").Select(file => Path.GetFileName(file).Split('.')[0]).Order();

    /// <summary>The schema with a name; the others are registered, since one refers to another.</summary>
    public static Json.Schema.JsonSchema Read(string name)
    {
        var options = new BuildOptions { SchemaRegistry = new SchemaRegistry() };
        var schemas = Names.ToDictionary(
            other => other,
            other => Json.Schema.JsonSchema.FromFile(Path.Combine(Folder, $"{other}.schema.json"), options)
        );
        foreach (var schema in schemas.Values)
        {
            options.SchemaRegistry.Register(schema);
        }

        return schemas[name];
    }

    /// <summary>The places that schemas/README.md lists as stricter, each with a document that shows it.</summary>
    public static List<(string Place, string Document)> ReadStricter() =>
        [
            .. Line()
                .Matches(File.ReadAllText(Path.Combine(Folder, "README.md")))
                .Select(match => (match.Groups[1].Value, match.Groups[2].Value)),
        ];

    [GeneratedRegex(@"^\| `([a-z-]+#[^`]*)` \| `([^`]*)` \|", RegexOptions.Multiline)]
    private static partial Regex Line();

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
