using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Json.Schema.Evaluation;

/// <summary>
/// One walk of a schema over an instance. Without a <see cref="Collector"/> it only decides, stops at the first no, and
/// leaves no garbage; with one it goes on to the end and says why.
/// </summary>
internal sealed class EvaluationRun
{
    private const int GuardedDepth = 32;

    [ThreadStatic]
    private static EvaluationRun? idle;

    private readonly Stack<EvaluatedSet> idleSets = new();
    private SchemaResource[] scope = new SchemaResource[8];
    private int scopeDepth;
    private int depth;

    /// <summary>Gathers messages; null while only the verdict is wanted.</summary>
    public ResultCollector? Collector { get; init; }

    /// <summary>Whether <c>format</c> decides in every dialect.</summary>
    public bool RequiresFormats { get; set; }

    /// <summary>Decides, and says nothing more.</summary>
    public static bool IsValid(SchemaNode node, JsonElement instance, EvaluationOptions options)
    {
        // A run that ends with an exception is not put back, so the next begins clean.
        var run = idle ?? new EvaluationRun();
        idle = null;
        run.RequiresFormats = options.RequireFormatValidation;
        var valid = run.Evaluate(node, instance, null);
        idle = run;
        return valid;
    }

    /// <summary>Applies a schema to a value.</summary>
    /// <param name="node">The schema.</param>
    /// <param name="instance">The value.</param>
    /// <param name="outer">Where to note what was evaluated, if anybody around asks; meaningless when the answer is no.</param>
    public bool Evaluate(SchemaNode node, JsonElement instance, EvaluatedSet? outer)
    {
        var kind = instance.ValueKind;
        var keywords = node.KeywordsFor(kind);
        if (keywords.Length == 0)
        {
            return true;
        }

        var outerScope = scopeDepth;
        Enter(node);
        var own = node.Tracks(kind) ? RentSet(CountMembers(instance, kind)) : null;
        var noted = own ?? outer;
        var valid = true;
        foreach (var keyword in keywords)
        {
            if (!keyword.Evaluate(instance, this, noted))
            {
                valid = false;
                if (Collector is null)
                {
                    break;
                }
            }
        }

        if (own is not null)
        {
            outer?.UnionWith(own);
            ReturnSet(own);
        }

        scopeDepth = outerScope;
        depth--;
        return valid;
    }

    /// <summary>Applies a schema to the same value that the applying keyword looks at.</summary>
    public bool Apply(Subschema child, JsonElement instance, EvaluatedSet? noted) =>
        Collector is null ? Evaluate(child.Node, instance, noted) : Collector.Apply(this, child, instance, noted);

    /// <summary>Applies a schema to the same value, where a no is borne: only a yes notes what it evaluated.</summary>
    public bool Try(Subschema child, JsonElement instance, EvaluatedSet? noted)
    {
        if (noted is null)
        {
            return Apply(child, instance, null);
        }

        var own = RentSet(0);
        own.ResetLike(noted);
        var valid = Apply(child, instance, own);
        if (valid)
        {
            noted.UnionWith(own);
        }

        ReturnSet(own);
        return valid;
    }

    /// <summary>Applies a schema to the value under a key.</summary>
    public bool ApplyToMember(Subschema child, JsonProperty member) =>
        Collector is null ? Evaluate(child.Node, member.Value, null) : Collector.ApplyToMember(this, child, member);

    /// <summary>Applies a schema to an item.</summary>
    public bool ApplyToItem(Subschema child, JsonElement item, int index) =>
        Collector is null ? Evaluate(child.Node, item, null) : Collector.ApplyToItem(this, child, item, index);

    /// <summary>The outermost resource in the dynamic scope for which something holds, or null.</summary>
    public SchemaResource? FindOutermost<T>(T state, Func<SchemaResource, T, bool> holds)
    {
        for (var i = 0; i < scopeDepth; i++)
        {
            if (holds(scope[i], state))
            {
                return scope[i];
            }
        }

        return null;
    }

    private static int CountMembers(JsonElement instance, JsonValueKind kind) =>
        kind == JsonValueKind.Object ? instance.GetPropertyCount() : instance.GetArrayLength();

    private EvaluatedSet RentSet(int size)
    {
        var set = idleSets.Count > 0 ? idleSets.Pop() : new EvaluatedSet();
        set.Reset(size);
        return set;
    }

    private void ReturnSet(EvaluatedSet set) => idleSets.Push(set);

    private void Enter(SchemaNode node)
    {
        // The check costs more than what most schemas do, and a shallow stack needs none.
        if (++depth > GuardedDepth)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
        }

        if (scopeDepth == scope.Length)
        {
            Array.Resize(ref scope, scope.Length * 2);
        }

        if (scopeDepth == 0 || scope[scopeDepth - 1] != node.Resource)
        {
            scope[scopeDepth++] = node.Resource;
        }
    }
}
