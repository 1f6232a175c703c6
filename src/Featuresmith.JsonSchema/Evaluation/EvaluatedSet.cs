namespace Json.Schema.Evaluation;

/// <summary>
/// Which members of an object, or items of an array, some keyword has evaluated; counted in the order they are written.
/// This is what <c>unevaluatedProperties</c> and <c>unevaluatedItems</c> ask for (2020-12 core, section 11).
/// </summary>
internal sealed class EvaluatedSet
{
    private ulong[] bits = new ulong[1];
    private int count;

    /// <summary>Whether everything is evaluated, whatever the count.</summary>
    public bool HasAll { get; private set; }

    public void Reset(int size)
    {
        count = size;
        HasAll = false;
        var words = (size + 63) / 64;
        if (bits.Length < words)
        {
            bits = new ulong[words];
        }
        else
        {
            bits.AsSpan(0, words).Clear();
        }
    }

    public bool Contains(int index) => HasAll || (bits[index >> 6] & (1UL << index)) != 0;

    public void Mark(int index) => bits[index >> 6] |= 1UL << index;

    public void MarkFirst(int size)
    {
        for (var i = 0; i < Math.Min(size, count); i++)
        {
            Mark(i);
        }
    }

    public void MarkAll() => HasAll = true;

    public void UnionWith(EvaluatedSet other)
    {
        HasAll |= other.HasAll;
        for (var i = 0; i < (count + 63) / 64; i++)
        {
            bits[i] |= other.bits[i];
        }
    }

    /// <summary>An empty set of the same size is made of another.</summary>
    public void ResetLike(EvaluatedSet other) => Reset(other.count);
}
