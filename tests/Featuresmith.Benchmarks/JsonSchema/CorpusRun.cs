using System.Diagnostics;
using System.Text.Json;

namespace Featuresmith.Benchmarks.JsonSchema;

/// <summary>
/// Our side of the comparison with ajv: validates the files of a folder, each by the schema that its name begins with.
/// The other side is <c>corpus.cjs</c> beside the differential test.
/// </summary>
internal static class CorpusRun
{
    /// <summary>Reads, compiles and validates once; prints how many are valid.</summary>
    public static int Whole(string folder)
    {
        Console.Out.WriteLine(CountValid(Read(folder)));
        return 0;
    }

    /// <summary>Validates for so many seconds; prints nanoseconds a pass over all files, and bytes allocated in one.</summary>
    public static int Warm(string folder, int seconds)
    {
        const int Passes = 20;
        var documents = Read(folder);
        var best = double.MaxValue;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed.TotalSeconds < seconds)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < Passes; i++)
            {
                CountValid(documents);
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalNanoseconds / Passes);
        }

        var valid = documents.FindAll(entry => entry.Schema.Evaluate(entry.Document).IsValid);
        var before = GC.GetAllocatedBytesForCurrentThread();
        CountValid(valid);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Console.Out.WriteLine($"{best:F0} {allocated} {valid.Count}");
        return 0;
    }

    private static int CountValid(List<(Json.Schema.JsonSchema Schema, JsonElement Document)> documents)
    {
        var valid = 0;
        foreach (var (schema, document) in documents)
        {
            valid += schema.Evaluate(document).IsValid ? 1 : 0;
        }

        return valid;
    }

    private static List<(Json.Schema.JsonSchema Schema, JsonElement Document)> Read(string folder)
    {
        var feature = Json.Schema.JsonSchema.FromFile(Path.Combine(folder, "schema-feature.json"));
        var devcontainer = Json.Schema.JsonSchema.FromFile(Path.Combine(folder, "schema-devcontainer.json"));
        var documents = new List<(Json.Schema.JsonSchema, JsonElement)>();
        foreach (var file in Directory.GetFiles(folder))
        {
            var name = Path.GetFileName(file.AsSpan());
            if (!name.StartsWith("schema-"))
            {
                var schema = name.StartsWith("feature-") ? feature : devcontainer;
                documents.Add((schema, JsonDocument.Parse(File.ReadAllBytes(file)).RootElement));
            }
        }

        return documents;
    }
}
