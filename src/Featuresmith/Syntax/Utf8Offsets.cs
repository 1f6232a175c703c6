using System.Text;

namespace Featuresmith.Syntax;

/// <summary>
/// Turns ascending byte offsets of a UTF-8 text into offsets in UTF-16 code units. Each stretch is counted once,
/// so a whole file costs one pass.
/// </summary>
internal ref struct Utf8Offsets(ReadOnlySpan<byte> utf8)
{
    private readonly ReadOnlySpan<byte> utf8 = utf8;
    private int bytes;
    private int chars;

    /// <param name="byteOffset">Not smaller than at the call before.</param>
    public int CharOffset(long byteOffset)
    {
        var target = (int)Math.Min(byteOffset, utf8.Length);
        chars += Encoding.UTF8.GetCharCount(utf8[bytes..target]);
        bytes = target;
        return chars;
    }
}
