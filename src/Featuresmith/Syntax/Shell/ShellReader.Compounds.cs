using Featuresmith.Sources;

namespace Featuresmith.Syntax.Shell;

internal sealed partial class ShellReader
{
    /// <summary>Reads the compound command that begins here; null where none does.</summary>
    private ShellCommand? ReadCompound()
    {
        var begin = at;
        switch (Current)
        {
            case '(' when Peek(1) == '(' && LooksArithmetic(at):
                at += 2;
                var expression = ReadArithmetic(begin);
                return new ShellArithmeticCommand(expression.Span, expression);
            case '(':
                return ReadParentheses(begin);
            case '{' when TakeWord("{"):
                return ReadBraces(begin);
            case '[' when TakeWord("[["):
                return ReadTest(begin);
            case 'i' when TakeWord("if"):
                return ReadIf(begin);
            case 'w' when TakeWord("while"):
            case 'u' when TakeWord("until"):
                return ReadLoop(begin);
            case 'f' when TakeWord("for"):
                return ReadFor(begin, isSelect: false);
            case 's' when TakeWord("select"):
                return ReadFor(begin, isSelect: true);
            case 'c' when TakeWord("case"):
                return ReadCase(begin);
            case 'f' when TakeWord("function"):
                SkipBlanks();
                var name = ReadWord();
                return ReadFunctionBody(begin, new Located<string>(name.Raw, name.Span), hasKeyword: true);
            default:
                return null;
        }
    }

    private ShellGroup ReadParentheses(int begin)
    {
        at++;
        var body = ReadList(ShellConstruct.Parenthesis);
        Take(")");
        return new ShellGroup(From(begin), isSubshell: true, body);
    }

    private ShellGroup ReadBraces(int begin)
    {
        var body = ReadList(ShellConstruct.Brace);
        TakeWord("}");
        return new ShellGroup(From(begin), isSubshell: false, body);
    }

    private ShellTest ReadTest(int begin)
    {
        var words = new List<ShellWord>();
        while (true)
        {
            SkipLines();
            if (AtEnd || TakeWord("]]"))
            {
                break;
            }

            words.Add(
                EndsWord(at) && !AtProcessSubstitution()
                    ? ReadTestOperator()
                    : ReadWord(isRegex: words.Count > 0 && words[^1].Raw == "=~")
            );
        }

        return new ShellTest(From(begin), words);
    }

    private ShellWord ReadTestOperator()
    {
        var begin = at;
        at += LooksAt("&&") || LooksAt("||") ? 2 : 1;
        return new ShellWord(From(begin), [new ShellLiteral(From(begin), text[begin..at], isQuoted: false)]);
    }

    private ShellIf ReadIf(int begin)
    {
        var conditions = new List<ShellList>();
        var bodies = new List<ShellList>();
        do
        {
            conditions.Add(ReadList(ShellConstruct.If));
            if (TakeWord("then"))
            {
                bodies.Add(ReadList(ShellConstruct.If));
            }
        } while (TakeWord("elif"));

        if (TakeWord("else"))
        {
            bodies.Add(ReadList(ShellConstruct.If));
        }

        TakeWord("fi");
        return new ShellIf(From(begin), conditions, bodies);
    }

    private ShellLoop ReadLoop(int begin)
    {
        var condition = ReadList(ShellConstruct.Loop);
        return new ShellLoop(From(begin), condition, ReadDo());
    }

    private ShellList ReadDo()
    {
        SkipLines();
        TakeConnector();
        SkipLines();
        if (!TakeWord("do"))
        {
            return new ShellList(source.Span(at, at), []);
        }

        var body = ReadList(ShellConstruct.Loop);
        TakeWord("done");
        return body;
    }

    private ShellFor ReadFor(int begin, bool isSelect)
    {
        SkipBlanks();
        if (LooksAt("(("))
        {
            var opening = at;
            at += 2;
            var expression = ReadArithmetic(opening);
            var rounds = ReadDo();
            return new ShellFor(From(begin), null, [expression], rounds);
        }

        var nameStart = at;
        var name = new Located<string>(TakeName(), From(nameStart));
        var words = new List<ShellNode>();
        SkipLines();
        if (TakeWord("in"))
        {
            SkipBlanks();
            while (!AtEnd && !(EndsWord(at) && !AtProcessSubstitution()))
            {
                words.Add(ReadWord());
                SkipBlanks();
            }
        }

        var body = ReadDo();
        return new ShellFor(From(begin), name, words, body) { IsSelect = isSelect };
    }
}
