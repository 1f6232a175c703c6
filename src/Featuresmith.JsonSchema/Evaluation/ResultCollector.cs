using System.Runtime.InteropServices;
using System.Text.Json;
using Json.Pointer;
using Json.Schema.Values;

namespace Json.Schema.Evaluation;

/// <summary>Builds the tree of results while a run goes on.</summary>
internal sealed class ResultCollector
{
    private readonly EvaluationOptions options;
    private EvaluationResults current;

    private ResultCollector(EvaluationOptions options, EvaluationResults root)
    {
        this.options = options;
        current = root;
    }

    /// <summary>Where the next detail of the current result would stand; for <see cref="Discard"/>.</summary>
    public int Mark => current.Details?.Count ?? 0;

    /// <summary>The keys that the current schema knows, whichever of its keywords names them.</summary>
    public IEnumerable<string> KnownKeys => current.Node.AllKeywords.SelectMany(keyword => keyword.KnownKeys);

    private bool IsHierarchical => options.OutputFormat == OutputFormat.Hierarchical;

    /// <summary>Evaluates to the end and says what was found.</summary>
    public static EvaluationResults Collect(SchemaNode node, JsonElement instance, EvaluationOptions options)
    {
        var root = new EvaluationResults(node, default, default);
        var collector = new ResultCollector(options, root);
        var run = new EvaluationRun { Collector = collector, RequiresFormats = options.RequireFormatValidation };
        root.IsValid = run.Evaluate(node, instance, null);
        if (collector.IsHierarchical)
        {
            AnnotationReader.Annotate(root);
        }
        else
        {
            root.Flatten();
        }

        return root;
    }

    /// <summary>Notes why a keyword of the current schema says no.</summary>
    /// <returns>False, the keyword's verdict.</returns>
    public bool Fail(string keyword, string message)
    {
        current.AddError(keyword, message);
        return false;
    }

    /// <summary>Notes that an applicator says no because a subschema does, which is said where that is.</summary>
    /// <returns>False, the keyword's verdict.</returns>
    public bool FailByDetail(string keyword, string message) =>
        options.IncludeApplicatorErrors && Fail(keyword, message);

    public bool Apply(EvaluationRun run, Subschema child, JsonElement instance, EvaluatedSet? noted) =>
        Apply(run, child, instance, noted, current.InstanceLocation);

    public bool ApplyToMember(EvaluationRun run, Subschema child, JsonProperty member) =>
        Apply(run, child, member.Value, null, current.InstanceLocation.Append(JsonMember.Name(member)));

    public bool ApplyToItem(EvaluationRun run, Subschema child, JsonElement item, int index) =>
        Apply(run, child, item, null, current.InstanceLocation.Append(index));

    /// <summary>Applies a schema to a key.</summary>
    public bool ApplyToName(EvaluationRun run, Subschema child, JsonElement name, JsonProperty member) =>
        Apply(run, child, name, null, current.InstanceLocation.Append(JsonMember.Name(member)));

    /// <summary>Notes that a <c>false</c> schema refuses a key, and which key may have been meant.</summary>
    /// <param name="child">The schema.</param>
    /// <param name="member">The key with its value.</param>
    /// <param name="known">Keys that would be allowed; one that the object has already is not suggested.</param>
    /// <param name="container">The object.</param>
    /// <returns>False, the keyword's verdict.</returns>
    public bool Refuse(Subschema child, JsonProperty member, IEnumerable<string> known, JsonElement container)
    {
        var name = JsonMember.Name(member);
        var nearest = Spelling.FindNearest(name, known.Where(key => !JsonMember.Has(container, key)));
        var refusal = $"key \"{name}\" is not allowed here";
        var message = nearest is null ? refusal : $"{refusal}; did you mean \"{nearest}\"?";
        return Refuse(child, current.InstanceLocation.Append(name), message);
    }

    /// <summary>Notes that a <c>false</c> schema refuses an item.</summary>
    /// <returns>False, the keyword's verdict.</returns>
    public bool Refuse(Subschema child, int index, string message) =>
        Refuse(child, current.InstanceLocation.Append(index), message);

    /// <summary>Takes back the details since a mark that say no, because nothing follows from them.</summary>
    public void Discard(int mark)
    {
        if (!IsHierarchical && current.Details is not null)
        {
            var details = current.MutableDetails;
            details.RemoveRange(mark, details.Count - mark);
        }
    }

    /// <summary>Of the alternatives since a mark, all of which say no, keeps the one that came closest.</summary>
    /// <returns>A message where one sentence says it for all of them, else null.</returns>
    public string? KeepClosest(int mark)
    {
        var branches = CollectionsMarshal.AsSpan(current.MutableDetails)[mark..];
        if (ClosestBranch.Merge(branches, current.InstanceLocation) is { } sentence)
        {
            Discard(mark);
            return sentence;
        }

        var closest = branches[ClosestBranch.Find(branches, current.InstanceLocation)];
        if (!IsHierarchical)
        {
            Discard(mark);
            current.MutableDetails.Add(closest);
        }

        return null;
    }

    private bool Apply(EvaluationRun run, Subschema child, JsonElement instance, EvaluatedSet? noted, JsonPointer place)
    {
        var parent = current;
        var detail = Add(child, place);
        current = detail;
        detail.IsValid = run.Evaluate(child.Node, instance, noted);
        current = parent;
        return detail.IsValid;
    }

    private bool Refuse(Subschema child, JsonPointer place, string message)
    {
        Add(child, place).AddError("", message);
        return false;
    }

    private EvaluationResults Add(Subschema child, JsonPointer place)
    {
        var path = current.EvaluationPath.AppendText(child.Path);
        var detail = new EvaluationResults(child.Node, path, place);
        current.MutableDetails.Add(detail);
        return detail;
    }
}
