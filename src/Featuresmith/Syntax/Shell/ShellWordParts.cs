using System.Text;
using Featuresmith.Sources;

namespace Featuresmith.Syntax.Shell;

/// <summary>Gathers the parts of a word; characters beside each other become one literal.</summary>
/// <param name="source">The text.</param>
/// <param name="isQuoted">Whether the literals stand in quotation marks.</param>
internal sealed class ShellWordParts(SourceText source, bool isQuoted = false)
{
    private readonly List<ShellWordPart> parts = [];

    // Only where the literal is not what is written: where a backslash was left out.
    private StringBuilder? unescaped;
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

        if (characters.Length < length)
        {
            unescaped ??= new StringBuilder().Append(source.Text, literalStart, at - literalStart);
        }

        unescaped?.Append(characters);
        literalEnd = at + length;
    }

    public void Add(ShellWordPart part)
    {
        Flush();
        parts.Add(part);
    }

    // An array: of one, the parts can be taken as nodes without a detour (ShellNode.DescendantsAndSelf).
    public ShellWordPart[] ToArray()
    {
        Flush();
        return [.. parts];
    }

    private void Flush()
    {
        if (literalEnd > 0)
        {
            var text = unescaped?.ToString() ?? source.Text[literalStart..literalEnd];
            parts.Add(new ShellLiteral(source.Span(literalStart, literalEnd), text, isQuoted));
            (unescaped, literalEnd) = (null, 0);
        }
    }
}
