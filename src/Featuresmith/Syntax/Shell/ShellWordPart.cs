using System.Text;
using Featuresmith.Sources;

namespace Featuresmith.Syntax.Shell;

/// <summary>A piece of a word, of a here-document or of the inside of quotation marks.</summary>
public abstract class ShellWordPart(SourceSpan span) : ShellNode(span)
{
    /// <summary>The text of parts that hold no expansion; null where one does.</summary>
    public static string? LiteralOf(IReadOnlyList<ShellWordPart> parts)
    {
        if (parts is [ShellLiteral only])
        {
            return only.Text;
        }

        var text = new StringBuilder();
        foreach (var part in parts)
        {
            var piece = part switch
            {
                ShellLiteral literal => literal.Text,
                ShellDoubleQuoted quoted => LiteralOf(quoted.Parts),
                _ => null,
            };
            if (piece is null)
            {
                return null;
            }

            text.Append(piece);
        }

        return text.ToString();
    }
}
