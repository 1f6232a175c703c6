using System.Collections;
using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>The integers of <c>left..right</c>, made one at a time; a range counts down when right is the smaller.</summary>
public sealed class ScriptRange : IReadOnlyList<object?>
{
    private readonly long first;
    private readonly int step;

    internal ScriptRange(long first, int count, int step)
    {
        this.first = first;
        this.step = step;
        Count = count;
    }

    /// <summary>How many integers.</summary>
    public int Count { get; }

    /// <summary>An integer of the range; null beyond its end.</summary>
    public object? this[int index] =>
        index >= 0 && index < Count ? NumberLiteral.Narrow(first + ((long)index * step)) : null;

    /// <inheritdoc/>
    public IEnumerator<object?> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
