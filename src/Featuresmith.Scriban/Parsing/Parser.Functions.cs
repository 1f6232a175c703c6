using Scriban.Syntax;

namespace Scriban.Parsing;

internal sealed partial class Parser
{
    private FunctionStatement ParseFunction()
    {
        var start = Advance().Start;
        var name = ParseName("func <variable> ... end");
        var parameters = Kind == TokenKind.OpenParen ? ParseParameters() : null;
        ExpectEndOfStatement();
        var body = ParseFunctionBody();
        var end = ExpectEnd("func", start);
        var declaration = new FunctionDeclaration(parameters, body);
        return new FunctionStatement(source, start, end, name, declaration);
    }

    private AnonymousFunctionExpression ParseAnonymousFunction()
    {
        var start = Advance().Start;
        var body = ParseFunctionBody();
        var end = ExpectEnd("do", start);
        return new AnonymousFunctionExpression(source, start, end, new FunctionDeclaration(null, body));
    }

    // (a, b = 1, c...): normal ones first, a variable one last (language.md, section 7.3).
    private Parameter[] ParseParameters()
    {
        var parameters = new List<Parameter>();
        Open();
        while (Kind != TokenKind.CloseParen)
        {
            if (Kind != TokenKind.Identifier || VariableOf(Current) is not GlobalVariable)
            {
                throw Unexpected("Expecting the name of a parameter.");
            }

            var name = Advance();
            var variadic = Kind == TokenKind.Ellipsis;
            ScriptExpression? value = null;
            if (variadic)
            {
                Advance();
            }
            else if (Kind == TokenKind.Assign)
            {
                Advance();
                value = ParseExpression();
            }

            RefuseWrongOrder(parameters, name, value, variadic);
            parameters.Add(new Parameter(TextOf(name), value, variadic));
            if (Kind == TokenKind.Comma)
            {
                Advance();
            }
            else if (Kind != TokenKind.CloseParen)
            {
                throw Unexpected("Expecting a comma or a closing parenthesis after a parameter.");
            }
        }

        Close(TokenKind.CloseParen, "Expecting a closing parenthesis.");
        return [.. parameters];
    }

    private static void RefuseWrongOrder(List<Parameter> before, Token name, ScriptExpression? value, bool variadic)
    {
        var last = before.LastOrDefault();
        var problem =
            last is { Variadic: true } && value is not null
                ? "Cannot declare an optional parameter after a variable parameter (`...`)."
            : last is { Variadic: true } && variadic ? "Cannot declare two variable parameters (`...`)."
            : last is { Variadic: true } or { Default: not null } && value is null && !variadic
                ? "Cannot declare a normal parameter after an optional parameter."
            : null;
        if (problem is not null)
        {
            throw new SyntaxException(name.Start, name.End, problem);
        }
    }

    // f(x, y) = x + y: the call has been read already; it must be one of a variable with variables.
    private FunctionStatement ParseInlineFunction(CallExpression call)
    {
        var isDeclaration = call is { Callee: GlobalVariable or LocalVariable, Named.Length: 0 };
        var parameters = call.Positional.Select(argument => (argument as GlobalVariable)?.Name).ToArray();
        if (!isDeclaration || parameters.Contains(null))
        {
            throw new SyntaxException(call.Start, call.End, "Unsupported target expression for assignment.");
        }

        Advance();
        var body = new ExpressionStatement(source, ParseExpression());
        var declaration = new FunctionDeclaration(
            [.. parameters.Select(name => new Parameter(name!, null, Variadic: false))],
            body
        );
        return new FunctionStatement(source, call.Start, body.End, (PathExpression)call.Callee, declaration);
    }
}
