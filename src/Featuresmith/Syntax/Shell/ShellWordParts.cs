using System.Text;
using Featuresmith.Sources;

namespace Featuresmith.Syntax.Shell;

/// <summary>Gathers the parts of a word; characters beside each other become one literal.</summary>
/// <param name="source">The text.</param>
/// <param name="isQuoted">Whether the literals stand in quotation marks.</param>
internal sealed class ShellWordParts(SourceText source, bool isQuoted = false)
{
    private readonly List<ShellWordPart> parts = [];
    private readonly StringBuilder literal = new();
    private int literalStart;
    private int literalEnd;

    /// <summary>Adds characters that stand for themselves.</summary>
    /// <param name="at">Where they stand.</param>
    /// <param name="length">How long they are in the text.</param>
    /// <param name="characters">What they are, without the backslash before them.</param>
    public void Literal(int at, int length, ReadOnlySpan<char> characters)
    {
        if (literalEnd == 0)
        {
            literalStart = at;
        }

        literal.Append(characters);
        literalEnd = at + length;
    }

    public void Add(ShellWordPart part)
    {
        Flush();
        parts.Add(part);
    }

    public List<ShellWordPart> ToList()
    {
        Flush();
        return parts;
    }

    private void Flush()
    {
        if (literalEnd > 0)
        {
            parts.Add(new ShellLiteral(source.Span(literalStart, literalEnd), literal.ToString(), isQuoted));
            literal.Clear();
            literalEnd = 0;
        }
    }
}
