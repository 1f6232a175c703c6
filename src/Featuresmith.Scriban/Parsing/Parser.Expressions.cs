using Scriban.Syntax;

namespace Scriban.Parsing;

internal sealed partial class Parser
{
    /// <summary>What an expression must leave to the statement around it.</summary>
    /// <param name="NoNamedArguments">In <c>a ? b : c</c> the colon after b is the condition's.</param>
    /// <param name="NoOptions">In a <c>for</c>, <c>limit</c> and its like are no arguments.</param>
    /// <param name="NoOr">In a <c>when</c>, <c>||</c> separates values.</param>
    private readonly record struct Surroundings(bool NoNamedArguments, bool NoOptions, bool NoOr);

    private static bool StartsExpression(Token token) =>
        StartsArgument(token)
        || token.Kind is TokenKind.Minus or TokenKind.Plus or TokenKind.PlusPlus or TokenKind.MinusMinus;

    // `f -1` subtracts: only what is no binary operator can begin an argument.
    private static bool StartsArgument(Token token) =>
        token.Kind
            is TokenKind.Identifier
                or TokenKind.Number
                or TokenKind.String
                or TokenKind.InterpolationBegin
                or TokenKind.OpenParen
                or TokenKind.OpenBracket
                or TokenKind.OpenBrace
                or TokenKind.Bang
                or TokenKind.At
                or TokenKind.Caret;

    private ScriptStatement ParseExpressionStatement()
    {
        var expression = ParseExpression();
        if (Kind != TokenKind.Assign && BinaryOperators.OfAssignment(Kind) is null)
        {
            return new ExpressionStatement(source, expression);
        }

        if (expression is CallExpression call && Kind == TokenKind.Assign)
        {
            return ParseInlineFunction(call);
        }

        var target = RequireTarget(expression);
        var op = Advance();
        RequireExpression("<target_expression> = <value_expression>");
        return new AssignStatement(source, target, BinaryOperators.OfAssignment(op.Kind), op.Start, ParseExpression());
    }

    private void RequireExpression(string syntax)
    {
        if (!StartsExpression(Current))
        {
            throw new SyntaxException(
                Current.Start,
                Current.End,
                $"Expecting <expression> instead of `{Describe(Current)}` in: {syntax}"
            );
        }
    }

    // Pipes and conditions bind least: a | f ? b : c is (a | f) ? b : c.
    private ScriptExpression ParseExpression()
    {
        var outerDepth = depth;
        var left = ParseBinary(0, allowCalls: true);
        while (Kind == TokenKind.Bar)
        {
            Enter();
            Advance();
            SkipNewLines();
            RequireExpression("<expression> | <expression>");
            left = Pipe(left, ParseBinary(0, allowCalls: true));
        }

        if (Kind == TokenKind.Question)
        {
            Enter();
            left = ParseConditional(left);
        }

        depth = outerDepth;
        return left;
    }

    private ConditionalExpression ParseConditional(ScriptExpression condition)
    {
        const string Syntax = "<condition> ? <expression> : <expression>";
        Advance();
        var outer = surroundings;
        surroundings = outer with { NoNamedArguments = true };
        RequireExpression(Syntax);
        var then = ParseExpression();
        surroundings = outer;
        if (Kind != TokenKind.Colon)
        {
            throw Unexpected($"Expecting `:` in: {Syntax}");
        }

        Advance();
        RequireExpression(Syntax);
        return new ConditionalExpression(source, condition, then, ParseExpression());
    }

    private void SkipNewLines()
    {
        while (Kind == TokenKind.NewLine)
        {
            MoveNext();
        }
    }

    // The piped value is the first argument of the function that the target begins with: `x | f + 1` is f(x) + 1.
    private ScriptExpression Pipe(ScriptExpression from, ScriptExpression target)
    {
        return target switch
        {
            CallExpression call => new CallExpression(
                source,
                from.Start,
                call.End,
                call.Callee,
                [from, .. call.Positional],
                call.Named,
                isPipe: true
            ),
            PathExpression or NestedExpression => new CallExpression(
                source,
                from.Start,
                target.End,
                target,
                [from],
                [],
                isPipe: true
            ),
            BinaryExpression binary => new BinaryExpression(
                source,
                Pipe(from, binary.Left),
                binary.Operator,
                binary.OperatorStart,
                binary.Right
            ),
            _ => throw new SyntaxException(
                target.Start,
                target.End,
                $"Pipe expression destination `{target}` is not a valid function"
            ),
        };
    }

    // Precedence climbing. A call has the lowest precedence of all but takes its arguments one by one, each with the
    // operators that bind tighter than what surrounds the call: `1 + f 2 * 3 + 4` is 1 + f(2 * 3) + 4.
    private ScriptExpression ParseBinary(int minimum, bool allowCalls)
    {
        var outerDepth = depth;
        Enter();
        var left = ParseOperand();
        while (TakesOperator(minimum, out var op, out var precedence))
        {
            Enter();
            var symbol = Advance();
            RequireExpression("<expression> operator <expression>");
            left = new BinaryExpression(source, left, op, symbol.Start, ParseBinary(precedence, allowCalls));
        }

        if (allowCalls && AtArgument())
        {
            left = ParseCall(left, minimum);
        }

        depth = outerDepth;
        return left;
    }

    private bool TakesOperator(int minimum, out BinaryOperator op, out int precedence) =>
        BinaryOperators.TryGet(Kind, out op, out precedence)
        && precedence > minimum
        && !(surroundings.NoOr && op == BinaryOperator.Or);

    private bool AtArgument() =>
        StartsArgument(Current) && !(surroundings.NoOptions && (IsForOption(Current) || AtNamedArgument()));

    private bool AtNamedArgument() =>
        Kind == TokenKind.Identifier && Peek().Kind == TokenKind.Colon && !surroundings.NoNamedArguments;

    private CallExpression ParseCall(ScriptExpression callee, int minimum)
    {
        var positional = new List<ScriptExpression>();
        var named = new List<NamedArgument>();
        while (AtArgument())
        {
            if (AtNamedArgument())
            {
                var name = Advance();
                Advance();
                RequireExpression("<name>: <expression>");
                named.Add(new NamedArgument(TextOf(name), ParseOperand()));
            }
            else
            {
                positional.Add(ParseBinary(minimum, allowCalls: false));
            }
        }

        return new CallExpression(
            source,
            callee.Start,
            tokens[index - 1].End,
            callee,
            [.. positional],
            [.. named],
            isPipe: false
        );
    }
}
