using System.Text.Json;
using Json.Schema.Values;

namespace Json.Schema.Keywords;

/// <summary>
/// <c>dependentRequired</c> and <c>dependentSchemas</c> (2020-12 validation, section 6.5.4; core, section 10.2.2.4), and
/// <c>dependencies</c> (draft-07 validation, section 6.5.7), which is both in one.
/// </summary>
internal sealed class DependencyKeyword(string name, DependencyKeyword.Dependency[] dependencies) : Keyword(name)
{
    /// <summary>What follows from a key: other keys, or a schema.</summary>
    internal sealed record Dependency(string Key, string[] Required, Subschema? Schema);

    public static DependencyKeyword? Build(KeywordSource source, string name)
    {
        if (source.Find(name, JsonValueKind.Object, "an object") is not { } map)
        {
            return null;
        }

        var dependencies = new List<Dependency>();
        foreach (var entry in map.EnumerateObject())
        {
            var isNames =
                name == "dependentRequired" || (name == "dependencies" && entry.Value.ValueKind == JsonValueKind.Array);
            var key = JsonMember.Name(entry);
            var path = $"/{name}/{Pointer.JsonPointer.Escape(key)}";
            dependencies.Add(
                isNames
                    ? new Dependency(key, source.ReadNames(name, entry.Value), null)
                    : new Dependency(key, [], source.Compile(path, entry.Value))
            );
        }

        return new DependencyKeyword(name, [.. dependencies]);
    }

    public override bool AppliesTo(JsonValueKind kind) => kind == JsonValueKind.Object;

    public override bool Evaluate(JsonElement instance, EvaluationRun run, EvaluatedSet? noted)
    {
        var valid = true;
        foreach (var dependency in dependencies)
        {
            if (!JsonMember.Has(instance, dependency.Key))
            {
                continue;
            }

            valid &=
                HasAll(instance, dependency) || (run.Collector?.Fail(Name, Explain(instance, dependency)) ?? false);
            if (dependency.Schema is { } schema)
            {
                valid &= run.Apply(schema, instance, noted);
            }
        }

        return valid;
    }

    private static bool HasAll(JsonElement instance, Dependency dependency)
    {
        foreach (var key in dependency.Required)
        {
            if (!JsonMember.Has(instance, key))
            {
                return false;
            }
        }

        return true;
    }

    private static string Explain(JsonElement instance, Dependency dependency)
    {
        var missing = dependency.Required.Where(key => !JsonMember.Has(instance, key));
        return $"key \"{dependency.Key}\" asks for {MessageText.And([.. missing.Select(key => $"\"{key}\"")])} beside it";
    }
}
