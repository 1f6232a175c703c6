using System.Text.Json;
using Json.Pointer;

namespace Json.Schema;

/// <summary>What one subschema said about one place in the instance.</summary>
public sealed class EvaluationResults
{
    private List<EvaluationResults>? details;
    private Dictionary<string, string>? errors;

    internal EvaluationResults(SchemaNode node, JsonPointer evaluationPath, JsonPointer instanceLocation)
    {
        Node = node;
        EvaluationPath = evaluationPath;
        InstanceLocation = instanceLocation;
    }

    /// <summary>The verdict.</summary>
    public bool IsValid { get; internal set; }

    /// <summary>The way through the schema, references included, that led to the subschema.</summary>
    public JsonPointer EvaluationPath { get; }

    /// <summary>Where the subschema stands, without regard to how it was reached.</summary>
    public Uri SchemaLocation => Node.Location;

    /// <summary>
    /// The place in the instance. A key that is not allowed, and a key that <c>propertyNames</c> refuses, has the place
    /// of its value.
    /// </summary>
    public JsonPointer InstanceLocation { get; }

    /// <summary>Messages by keyword; the key is empty where a <c>false</c> schema refused. Null where there are none.</summary>
    public IReadOnlyDictionary<string, string>? Errors => errors;

    /// <summary>Whether this place has messages of its own.</summary>
    public bool HasErrors => errors is { Count: > 0 };

    /// <summary>The results that led to this one, or the flat list of them. Null where there are none.</summary>
    public IReadOnlyList<EvaluationResults>? Details => details;

    /// <summary>Values of annotation keywords by name; only in hierarchical output. Null where there are none.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Annotations { get; internal set; }

    internal SchemaNode Node { get; }

    internal List<EvaluationResults> MutableDetails => details ??= [];

    internal void AddError(string keyword, string message) => (errors ??= [])[keyword] = message;

    internal void Flatten()
    {
        var flat = new List<EvaluationResults>();
        Gather(this, flat);
        details = flat;
        errors = null;
    }

    private static void Gather(EvaluationResults from, List<EvaluationResults> into)
    {
        if (from.HasErrors)
        {
            into.Add(
                new EvaluationResults(from.Node, from.EvaluationPath, from.InstanceLocation) { errors = from.errors }
            );
        }

        foreach (var detail in from.details ?? [])
        {
            Gather(detail, into);
        }
    }
}
