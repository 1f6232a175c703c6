namespace Featuresmith.Syntax.Shell;

internal sealed partial class ShellReader
{
    // Longer operators first: the first that fits is taken.
    private static readonly string[] RedirectionOperators =
    [
        "<<<",
        "<<-",
        "&>>",
        "<<",
        "<>",
        "<&",
        ">>",
        ">&",
        ">|",
        "&>",
        "<",
        ">",
    ];

    private List<ShellHereDocument> pending = [];

    private List<ShellRedirection> ReadRedirections()
    {
        var redirections = new List<ShellRedirection>();
        SkipBlanks();
        while (ReadRedirection() is { } redirection)
        {
            redirections.Add(redirection);
            SkipBlanks();
        }

        return redirections;
    }

    private ShellRedirection? ReadRedirection()
    {
        var begin = at;
        while (char.IsAsciiDigit(Current))
        {
            at++;
        }

        if (
            Current is not ('<' or '>' or '&')
            || AtProcessSubstitution()
            || TakeRedirectionOperator() is not { } operation
        )
        {
            at = begin;
            return null;
        }

        SkipBlanks();
        var target = ReadWord();
        if (operation is not ("<<" or "<<-"))
        {
            return new ShellRedirection(From(begin), operation, target);
        }

        var document = new ShellHereDocument(From(begin), operation, target);
        pending.Add(document);
        return document;
    }

    private string? TakeRedirectionOperator() => RedirectionOperators.FirstOrDefault(Take);

    private bool TakeLineEnd()
    {
        if (AtEnd || Current != '\n')
        {
            return false;
        }

        at++;
        if (pending.Count > 0)
        {
            var documents = pending;
            pending = [];
            documents.ForEach(ReadBody);
        }

        return true;
    }

    private void ReadBody(ShellHereDocument document)
    {
        var begin = at;
        var bodyEnd = limit;
        while (!AtEnd)
        {
            var lineStart = at;
            var lineEnd = text.IndexOf('\n', at, limit - at);
            at = lineEnd < 0 ? limit : lineEnd + 1;
            var line = text.AsSpan(lineStart, (lineEnd < 0 ? limit : lineEnd) - lineStart).TrimEnd('\r');
            if ((document.Operation == "<<-" ? line.TrimStart('\t') : line).SequenceEqual(document.Delimiter))
            {
                bodyEnd = lineStart;
                break;
            }
        }

        var behind = at;
        at = begin;
        var span = source.Span(begin, bodyEnd);
        document.Body = new ShellWord(
            span,
            document.IsQuoted
                ? [new ShellLiteral(span, text[begin..bodyEnd], isQuoted: true)]
                : Within(bodyEnd, () => ReadQuotedParts('\0'))
        );
        at = behind;
    }
}
