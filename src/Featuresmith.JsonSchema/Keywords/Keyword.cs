using System.Text.Json;

namespace Json.Schema.Keywords;

/// <summary>A compiled keyword, or several that only make sense together.</summary>
internal abstract class Keyword(string name)
{
    public string Name { get; } = name;

    /// <summary>Order among the keywords of a schema; a higher one needs what the lower ones noted.</summary>
    public virtual int Rank => 0;

    /// <summary>What a failing value should have been, to follow "must be"; null where that cannot be said so.</summary>
    public virtual string? Expectation => null;

    /// <summary>Whether values of a kind can fail; of others the keyword is not even asked.</summary>
    public abstract bool AppliesTo(JsonValueKind kind);

    /// <summary>Whether it asks which members or items the schema's other keywords have evaluated.</summary>
    public virtual bool Tracks(JsonValueKind kind) => false;

    /// <summary>The schemas that it always applies to the very value that it looks at itself.</summary>
    public virtual IEnumerable<SchemaNode> AppliedInPlace => [];

    /// <summary>The keys that it knows by name, to suggest in place of one that is not allowed.</summary>
    public virtual IEnumerable<string> KnownKeys =>
        AppliedInPlace.SelectMany(node => node.AllKeywords).SelectMany(keyword => keyword.KnownKeys);

    /// <summary>Decides.</summary>
    /// <param name="instance">A value of a kind that the keyword applies to.</param>
    /// <param name="run">The walk that this is a step of.</param>
    /// <param name="noted">Where to note what was evaluated; null where nobody asks.</param>
    public abstract bool Evaluate(JsonElement instance, EvaluationRun run, EvaluatedSet? noted);
}
