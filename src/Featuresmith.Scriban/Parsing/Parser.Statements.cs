using Scriban.Syntax;

namespace Scriban.Parsing;

internal sealed partial class Parser
{
    private static readonly HashSet<string> Refused = ["tablerow", "wrap", "import", "readonly"];

    private ScriptStatement ParseStatement()
    {
        // `for.index` and `(if)` are expressions, whatever word they begin with.
        if (Kind != TokenKind.Identifier || Peek().Kind == TokenKind.Dot)
        {
            return ParseExpressionStatement();
        }

        var word = TextOf(Current);
        switch (word)
        {
            case "if":
                return ParseIf();
            case "case":
                return ParseCase();
            case "for":
                return ParseFor();
            case "while":
                return ParseWhile();
            case "capture":
                return ParseCapture();
            case "with":
                return ParseWith();
            case "func":
                return ParseFunction();
            case "ret":
                return ParseReturn();
            case "break":
                return ParseJump(FlowState.Break);
            case "continue":
                return ParseJump(FlowState.Continue);
            default:
                return Refused.Contains(word)
                    ? throw new SyntaxException(
                        Current.Start,
                        Current.End,
                        $"The statement `{word}` is not supported by this implementation of Scriban"
                    )
                    : ParseExpressionStatement();
        }
    }

    private IfStatement ParseIf()
    {
        var start = Current.Start;
        var branches = new List<(ScriptExpression, ScriptBlockStatement)>();
        ScriptBlockStatement? otherwise = null;
        var more = true;
        while (more)
        {
            Advance();
            var condition = ParseHeader("if <expression> ... end|else|else if");
            branches.Add((condition, ParseBlock(BlockKind.Body)));
            more = false;
            if (IsWord("else"))
            {
                Advance();
                more = IsWord("if");
                otherwise = more ? null : ParseElse();
            }
        }

        var end = ExpectEnd("if", start);
        return new IfStatement(source, start, end, [.. branches], otherwise);
    }

    private CaptureStatement ParseCapture()
    {
        var start = Advance().Start;
        if (!StartsExpression(Current))
        {
            throw Expecting($"<expression> instead of `{Describe(Current)}`", "capture <variable> ... end");
        }

        var target = RequireTarget(ParseOperand());
        ExpectEndOfStatement();
        var body = ParseBlock(BlockKind.Body);
        return new CaptureStatement(source, start, ExpectEnd("capture", start), target, body);
    }

    private static PathExpression RequireTarget(ScriptExpression expression) =>
        (expression is NestedExpression nested ? nested.Inner : expression) as PathExpression
        ?? throw new SyntaxException(expression.Start, expression.End, "Unsupported target expression for assignment.");

    private WithStatement ParseWith()
    {
        var start = Advance().Start;
        var target = ParseHeader("with <variable> ... end");
        var body = ParseBlock(BlockKind.Body);
        return new WithStatement(source, start, ExpectEnd("with", start), target, body);
    }

    private FlowStatement ParseReturn()
    {
        var word = Advance();
        var value = StartsExpression(Current) ? ParseExpression() : null;
        return new FlowStatement(source, word.Start, value?.End ?? word.End, FlowState.Return, value);
    }

    private FlowStatement ParseJump(FlowState flow)
    {
        var word = Advance();
        return loopDepth > 0
            ? new FlowStatement(source, word.Start, word.End, flow, null)
            : throw new SyntaxException(
                word.Start,
                word.End,
                $"The <{TextOf(word)}> statement can only be used inside for/while loops"
            );
    }

    private ScriptBlockStatement ParseElse()
    {
        ExpectEndOfStatement();
        return ParseBlock(BlockKind.Body);
    }

    // The expression of a statement that a block follows. If it is wrong the block is read all the same.
    private ScriptExpression ParseHeader(string syntax)
    {
        var start = Current;
        try
        {
            if (!StartsExpression(Current))
            {
                throw new SyntaxException(
                    Current.Start,
                    Current.End,
                    $"Expecting <expression> instead of `{Describe(Current)}` in: {syntax}"
                );
            }

            var expression = ParseExpression();
            ExpectEndOfStatement();
            return expression;
        }
        catch (SyntaxException problem)
        {
            Report(problem.Start, problem.End, problem.Message);
            (brackets, surroundings) = (0, default);
            SkipStatement();
            return new LiteralExpression(source, start.Start, start.End, null);
        }
    }

    private int ExpectEnd(string statement, int start)
    {
        if (IsWord("end"))
        {
            return Advance().End;
        }

        // An `else` too many, or the end of the text; the first error is the one that helps.
        if (IsWord("else") && !messages.HasErrors)
        {
            throw new SyntaxException(Current.Start, Current.End, $"Unexpected `else` in a {statement} statement.");
        }

        if (!messages.HasErrors)
        {
            Report(
                start,
                start + statement.Length,
                $"Error while parsing {statement} statement: The <end> statement was not found"
            );
        }

        return Current.Start;
    }
}
