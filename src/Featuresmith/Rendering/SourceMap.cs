using Featuresmith.Sources;

namespace Featuresmith.Rendering;

/// <summary>Which part of which template made each part of a rendered text.</summary>
public sealed class SourceMap
{
    private readonly List<Piece> pieces = [];

    /// <summary>The length of the rendered text.</summary>
    public int Length { get; private set; }

    /// <summary>The map of a text that was copied as it is.</summary>
    public static SourceMap OfCopy(SourceText source)
    {
        var map = new SourceMap();
        map.Add(source.Span(0, source.Text.Length), source.Text.Length, isCopied: true);
        return map;
    }

    /// <summary>Adds what follows in the rendered text.</summary>
    /// <param name="origin">Where it comes from.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="isCopied">Whether it stands in the template as it stands here; else the template computes it there.</param>
    public void Add(SourceSpan origin, int length, bool isCopied)
    {
        if (length > 0)
        {
            pieces.Add(new Piece(Length, origin, isCopied));
            Length += length;
        }
    }

    /// <summary>The part of a template that made a part of the rendered text.</summary>
    /// <param name="start">Offset of its first character.</param>
    /// <param name="end">Offset behind its last character.</param>
    /// <returns>The place in the template in which the part begins; null where nothing was rendered.</returns>
    public SourceSpan? Trace(int start, int end)
    {
        if (At(start) is not { } first || At(Math.Max(start, end - 1)) is not { } last)
        {
            return null;
        }

        var begin = first.OffsetOf(start);
        // What begins in one template and ends in another is shown by its beginning.
        var ends = last.Origin.Source == first.Origin.Source ? last.EndOf(end) : first.Origin.End;
        return first.Origin.Source.Span(begin, Math.Max(begin, ends));
    }

    private Piece? At(int offset)
    {
        var (low, high) = (0, pieces.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = pieces[middle].Start <= offset ? (middle, high) : (low, middle - 1);
        }

        return pieces.Count > 0 && offset <= Length ? pieces[low] : null;
    }

    private sealed record Piece(int Start, SourceSpan Origin, bool IsCopied)
    {
        public int OffsetOf(int rendered) => IsCopied ? Origin.Start + rendered - Start : Origin.Start;

        public int EndOf(int rendered) => IsCopied ? Origin.Start + rendered - Start : Origin.End;
    }
}
