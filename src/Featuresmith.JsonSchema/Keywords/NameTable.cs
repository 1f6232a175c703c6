using System.Text;

namespace Json.Schema.Keywords;

/// <summary>Finds names among a fixed set by their bytes: open addressing, no garbage.</summary>
internal sealed class NameTable
{
    private readonly byte[][] names;
    private readonly int[] slots;

    public NameTable(IReadOnlyList<string> names)
    {
        this.names = [.. names.Select(Encoding.UTF8.GetBytes)];
        // At least twice as many slots as names keeps the chains short, and a power of two makes the remainder a mask.
        slots = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(names.Count * 2, 4))];
        for (var i = 0; i < names.Count; i++)
        {
            var slot = Hash(this.names[i]) & (slots.Length - 1);
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & (slots.Length - 1);
            }

            slots[slot] = i + 1;
        }
    }

    /// <summary>The index of a name, or -1.</summary>
    /// <param name="name">The name in UTF-8, escapes resolved.</param>
    public int Find(ReadOnlySpan<byte> name)
    {
        var slot = Hash(name) & (slots.Length - 1);
        while (slots[slot] is not 0 and var entry)
        {
            if (name.SequenceEqual(names[entry - 1]))
            {
                return entry - 1;
            }

            slot = (slot + 1) & (slots.Length - 1);
        }

        return -1;
    }

    private static int Hash(ReadOnlySpan<byte> name) =>
        name.IsEmpty ? 0 : (name.Length * 31) + (name[0] * 7) + (name[name.Length >> 1] * 13) + name[^1];
}
