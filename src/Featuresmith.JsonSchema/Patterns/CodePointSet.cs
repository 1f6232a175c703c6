using System.Globalization;
using System.Text;

namespace Json.Schema.Patterns;

/// <summary>A set of Unicode code points, and how to say it to .NET, whose expressions know only UTF-16 units.</summary>
internal sealed class CodePointSet
{
    private const int Last = 0x10FFFF;
    private readonly List<(int First, int Last)> ranges = [];

    /// <summary>A set of ranges, both ends included.</summary>
    public static CodePointSet Of(params ReadOnlySpan<(int First, int Last)> ranges)
    {
        var set = new CodePointSet();
        foreach (var (first, last) in ranges)
        {
            set.Add(first, last);
        }

        return set;
    }

    public void Add(int first, int last) => ranges.Add((first, last));

    public void Add(CodePointSet other) => ranges.AddRange(other.ranges);

    /// <summary>All code points that are not in this set.</summary>
    public CodePointSet Complement()
    {
        var result = new CodePointSet();
        var next = 0;
        foreach (var (first, last) in Normalise())
        {
            if (first > next)
            {
                result.Add(next, first - 1);
            }

            next = last + 1;
        }

        if (next <= Last)
        {
            result.Add(next, Last);
        }

        return result;
    }

    /// <summary>Writes an expression that matches one code point of the set, as one unit that a quantifier may follow.</summary>
    public void WriteTo(StringBuilder output)
    {
        var alternatives = new List<string>();
        AddPlain(alternatives);
        AddPairs(alternatives);
        AddLone(alternatives, 0xD800, 0xDBFF, "{0}(?![\\uDC00-\\uDFFF])");
        AddLone(alternatives, 0xDC00, 0xDFFF, "(?<![\\uD800-\\uDBFF]){0}");
        _ = alternatives.Count switch
        {
            0 => output.Append("(?!)"),
            1 when alternatives[0][^1] == ']' && alternatives[0].IndexOf(']') == alternatives[0].Length - 1 =>
                output.Append(alternatives[0]),
            _ => output.Append("(?:").AppendJoin('|', alternatives).Append(')'),
        };
    }

    private void AddPlain(List<string> alternatives)
    {
        var members = Clip(0, 0xD7FF).Concat(Clip(0xE000, 0xFFFF)).ToList();
        if (members.Count > 0)
        {
            alternatives.Add(Class(members));
        }
    }

    private void AddLone(List<string> alternatives, int first, int last, string format)
    {
        var members = Clip(first, last).ToList();
        if (members.Count > 0)
        {
            alternatives.Add(string.Format(CultureInfo.InvariantCulture, format, Class(members)));
        }
    }

    private void AddPairs(List<string> alternatives)
    {
        // By leading surrogate, the trailing ones; neighbours with the same trailing ones become one alternative.
        var blocks = new List<(int First, int Last, string Trailing)>();
        foreach (var (first, last) in Clip(0x10000, Last))
        {
            for (var at = first; at <= last; )
            {
                var lead = 0xD800 + ((at - 0x10000) >> 10);
                var isWhole = (at & 0x3FF) == 0 && (last - at) >= 0x3FF;
                var leads = isWhole ? (last - at + 1) >> 10 : 1;
                var end = isWhole ? at + (leads << 10) - 1 : Math.Min(last, at | 0x3FF);
                blocks.Add((lead, lead + leads - 1, Class([(0xDC00 + (at & 0x3FF), 0xDC00 + (end & 0x3FF))])));
                at = end + 1;
            }
        }

        alternatives.AddRange(blocks.Select(block => Class([(block.First, block.Last)]) + block.Trailing));
    }

    private IEnumerable<(int First, int Last)> Clip(int first, int last) =>
        Normalise()
            .Where(range => range.First <= last && range.Last >= first)
            .Select(range => (Math.Max(range.First, first), Math.Min(range.Last, last)));

    private List<(int First, int Last)> Normalise()
    {
        var sorted = new List<(int First, int Last)>();
        foreach (var range in ranges.Order())
        {
            if (sorted.Count > 0 && range.First <= sorted[^1].Last + 1)
            {
                sorted[^1] = (sorted[^1].First, Math.Max(sorted[^1].Last, range.Last));
            }
            else
            {
                sorted.Add(range);
            }
        }

        return sorted;
    }

    private static string Class(List<(int First, int Last)> members)
    {
        var text = new StringBuilder("[");
        foreach (var (first, last) in members)
        {
            text.Append(CultureInfo.InvariantCulture, $"\\u{first:X4}");
            if (last > first)
            {
                text.Append(CultureInfo.InvariantCulture, $"-\\u{last:X4}");
            }
        }

        return text.Append(']').ToString();
    }
}
