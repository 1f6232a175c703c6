namespace Featuresmith.Syntax.Shell;

internal sealed partial class ShellReader
{
    private static readonly string[] Connectors = ["&&", "||", "&"];

    private OpenConstructs open = new();

    /// <summary>Reads up to the word or character that closes the innermost construct, which stays unread.</summary>
    private ShellList ReadList()
    {
        SkipLines();
        var begin = at;
        var pipelines = new List<ShellPipeline>();
        while (true)
        {
            SkipLines();
            if (AtEnd || AtClosing())
            {
                break;
            }

            var before = at;
            pipelines.Add(ReadPipeline());
            if (pipelines[^1].Commands.Count == 0)
            {
                // An operator without a command before it: nothing to run.
                pipelines.RemoveAt(pipelines.Count - 1);
                at += at == before ? 1 : 0;
            }
        }

        return new ShellList(pipelines.Count == 0 ? source.Span(begin, begin) : From(begin), pipelines.ToArray());
    }

    private ShellList ReadList(ShellConstruct construct)
    {
        open.Enter(construct);
        var list = ReadList();
        open.Leave(construct);
        return list;
    }

    private bool AtClosing()
    {
        switch (Current)
        {
            case ')':
                return open.Has(ShellConstruct.Parenthesis);
            case ';' when Peek(1) is ';' or '&':
                return open.Has(ShellConstruct.Case);
            case '}':
            case >= 'd' and <= 't':
                var length = 1;
                while (length <= 4 && !EndsWord(at + length))
                {
                    length++;
                }

                return length <= 4 && open.IsClosedBy(text.AsSpan(at, length));
            default:
                return false;
        }
    }

    private ShellPipeline ReadPipeline()
    {
        var begin = at;
        var negated = false;
        while (TakeWord("!") || TakeWord("time"))
        {
            negated |= text[at - 1] == '!';
            SkipBlanks();
        }

        var commands = new List<ShellCommand>();
        while (true)
        {
            var before = at;
            var command = ReadCommand();
            if (at > before)
            {
                commands.Add(command);
            }

            SkipBlanks();
            // "|" and bash's "|&", but not "||".
            if (Current != '|' || Peek(1) == '|' || at == before)
            {
                break;
            }

            at += Peek(1) == '&' ? 2 : 1;
            SkipLines();
        }

        var span = From(begin);
        return new ShellPipeline(span, commands.ToArray(), TakeConnector()) { IsNegated = negated };
    }

    private string TakeConnector()
    {
        SkipBlanks();
        foreach (var connector in Connectors)
        {
            if (Take(connector))
            {
                return connector;
            }
        }

        if (Current == ';' && Peek(1) is not (';' or '&'))
        {
            at++;
        }

        return ";";
    }
}
