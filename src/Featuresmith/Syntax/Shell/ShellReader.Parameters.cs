namespace Featuresmith.Syntax.Shell;

internal sealed partial class ShellReader
{
    // Longer operations first: the first that fits is taken.
    private static readonly string[] Operations =
    [
        ":-",
        ":=",
        ":+",
        ":?",
        "##",
        "%%",
        "//",
        "/#",
        "/%",
        "^^",
        ",,",
        "-",
        "=",
        "+",
        "?",
        "#",
        "%",
        "/",
        "^",
        ",",
        ":",
        "@",
    ];

    /// <summary>Reads what stands behind "${", with the "}" that ends it.</summary>
    private ShellParameter ReadParameter(int begin)
    {
        // ${#} and ${#-…} are the number of arguments, ${#name} is a length.
        var isLength = Current == '#' && Peek(1) is not ('}' or ':' or '-' or '=' or '+' or '%') && Take("#");
        var isIndirect = Current == '!' && (StartsName(Peek(1)) || char.IsAsciiDigit(Peek(1))) && Take("!");
        var nameStart = at;
        if (StartsName(Current) || char.IsAsciiDigit(Current))
        {
            TakeName();
        }
        else if (Current is '@' or '*' or '#' or '?' or '-' or '$' or '!')
        {
            at++;
        }

        var name = text[nameStart..at];
        ShellWord? subscript = null;
        if (Take("["))
        {
            subscript = ReadOperand(']', isPattern: true);
            Take("]");
        }

        var operation = Operations.FirstOrDefault(Take) ?? "";
        // Without a name or an operation it is a mistake; what is there up to "}" is the operand all the same.
        var operand =
            operation != "" || Current != '}'
                ? ReadOperand(
                    '}',
                    isPattern: operation is not (":-" or "-" or ":=" or "=" or ":+" or "+" or ":?" or "?")
                )
                : null;
        Take("}");
        return new ShellParameter(From(begin), name, operation, operand)
        {
            IsLength = isLength,
            IsIndirect = isIndirect,
            Subscript = subscript,
        };
    }

    /// <summary>Reads up to a closing character that is not quoted, which stays unread.</summary>
    /// <param name="close">The character.</param>
    /// <param name="isPattern">Whether single quotation marks quote even inside double ones, as they do in patterns.</param>
    private ShellWord ReadOperand(char close, bool isPattern)
    {
        var begin = at;
        var parts = new ShellWordParts(source);
        while (!AtEnd && Current != close)
        {
            if (Current is '<' or '>' || (Current == '\'' && !isPattern && !ClosesBefore('\'', close)))
            {
                parts.Literal(at, 1, text.AsSpan(at++, 1));
            }
            else
            {
                ReadPart(parts);
            }
        }

        return new ShellWord(From(begin), parts.ToArray());
    }

    // "${X:-it's}" in double quotation marks has an apostrophe, not the beginning of a quotation.
    private bool ClosesBefore(char quote, char close)
    {
        var next = at + 1;
        while (next < limit && text[next] != quote && text[next] != close && text[next] != '\n')
        {
            next++;
        }

        return next < limit && text[next] == quote;
    }
}
