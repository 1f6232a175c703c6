using Scriban.Syntax;

namespace Scriban.Parsing;

internal sealed partial class Parser
{
    private int loopDepth;

    private ForStatement ParseFor()
    {
        const string Syntax = "for <variable> in <expression> ... end";
        var start = Advance().Start;
        PathExpression variable = new GlobalVariable(source, start, start, "_");
        ScriptExpression list = new LiteralExpression(source, start, start, null);
        var options = new ForOptions(null, null, Reversed: false);
        RecoverHeader(() =>
        {
            variable = ParseName(Syntax);
            if (!IsWord("in"))
            {
                throw Expecting($"'in' word instead of `{Describe(Current)}`", Syntax);
            }

            Advance();
            list = StartsExpression(Current)
                ? ParseForList()
                : throw Expecting($"<expression> instead of `{Describe(Current)}`", Syntax);
            options = ParseForOptions();
        });
        var body = ParseLoopBody();
        var otherwise = IsWord("else") ? ParseForElse() : null;
        return new ForStatement(source, start, ExpectEnd("for", start), variable, list, options, body, otherwise);
    }

    private WhileStatement ParseWhile()
    {
        var start = Advance().Start;
        var condition = ParseHeader("while <expression> ... end");
        var body = ParseLoopBody();
        return new WhileStatement(source, start, ExpectEnd("while", start), condition, body);
    }

    // The names of the options are not variables, so `x limit: 2` is no call of x.
    private ScriptExpression ParseForList()
    {
        surroundings = surroundings with { NoOptions = true };
        var list = ParseExpression();
        surroundings = default;
        return list;
    }

    private bool IsForOption(Token token) =>
        IsWord(token, "offset") || IsWord(token, "limit") || IsWord(token, "reversed");

    private ForOptions ParseForOptions()
    {
        var options = new ForOptions(null, null, Reversed: false);
        while (Kind == TokenKind.Identifier)
        {
            var name = TextOf(Current);
            if (!IsForOption(Current))
            {
                throw Unexpected("A `for` takes `offset`, `limit` and `reversed`.");
            }

            Advance();
            if (name == "reversed")
            {
                options = options with { Reversed = true };
                continue;
            }

            if (Kind != TokenKind.Colon)
            {
                throw Unexpected($"Expecting a colon after `{name}`.");
            }

            Advance();
            var value = ParseOperand();
            options = name == "offset" ? options with { Offset = value } : options with { Limit = value };
        }

        return options;
    }

    private ScriptBlockStatement ParseLoopBody()
    {
        loopDepth++;
        var body = ParseBlock(BlockKind.Body);
        loopDepth--;
        return body;
    }

    private ScriptBlockStatement ParseForElse()
    {
        Advance();
        return ParseElse();
    }

    // A function's body is in no loop, whatever surrounds it.
    private ScriptBlockStatement ParseFunctionBody()
    {
        var outer = loopDepth;
        loopDepth = 0;
        var body = ParseBlock(BlockKind.Body);
        loopDepth = outer;
        return body;
    }

    // A variable without members, as loops and functions declare it.
    private PathExpression ParseName(string syntax)
    {
        if (Kind != TokenKind.Identifier || VariableOf(Current) is not (GlobalVariable or LocalVariable))
        {
            throw Expecting($"a variable instead of `{Describe(Current)}`", syntax);
        }

        return (PathExpression)VariableOf(Advance());
    }

    private SyntaxException Expecting(string what, string syntax) =>
        new(Current.Start, Current.End, $"Expecting {what} in: {syntax}");

    private void RecoverHeader(Action parse)
    {
        try
        {
            parse();
            ExpectEndOfStatement();
        }
        catch (SyntaxException problem)
        {
            Report(problem.Start, problem.End, problem.Message);
            (brackets, surroundings) = (0, default);
            SkipStatement();
        }
    }
}
