using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Parsing;

internal sealed partial class Parser
{
    // Binds tighter than every binary operator.
    private const int UnaryPrecedence = 200;

    // An operand with its prefixes, members, indexers and arguments in parentheses.
    private ScriptExpression ParseOperand()
    {
        var start = Current.Start;
        ScriptExpression operand;
        switch (Kind)
        {
            case TokenKind.Bang or TokenKind.Minus or TokenKind.Plus:
                var op = Advance().Kind;
                operand = new UnaryExpression(source, start, op, ParsePrefixed());
                break;
            case TokenKind.Caret:
                Advance();
                operand = new ExpandExpression(source, start, ParsePrefixed());
                break;
            case TokenKind.At:
                Advance();
                operand = new AliasExpression(source, start, ParsePostfixes(ParsePrimary()));
                break;
            case TokenKind.PlusPlus or TokenKind.MinusMinus:
                var increment = Advance().Kind == TokenKind.PlusPlus;
                var target = RequirePath(ParsePostfixes(ParsePrimary()));
                operand = new IncrementExpression(source, start, target.End, target, increment, prefix: true);
                break;
            default:
                operand = ParsePostfixes(ParsePrimary());
                break;
        }

        return operand;
    }

    private ScriptExpression ParsePrefixed()
    {
        RequireExpression("<operator> <expression>");
        return ParseBinary(UnaryPrecedence, allowCalls: true);
    }

    private static PathExpression RequirePath(ScriptExpression operand) =>
        operand as PathExpression
        ?? throw new SyntaxException(
            operand.Start,
            operand.End,
            "The operand of an increment or decrement operator must be a variable, property or indexer"
        );

    private ScriptExpression ParsePostfixes(ScriptExpression operand)
    {
        var outerDepth = depth;
        while (true)
        {
            switch (Kind)
            {
                case TokenKind.Dot or TokenKind.QuestionDot:
                    Enter();
                    operand = ParseMember(operand);
                    break;
                case TokenKind.OpenBracket when !Current.AfterSpace && operand is not AnonymousFunctionExpression:
                    Enter();
                    operand = ParseIndexer(operand);
                    break;
                case TokenKind.OpenParen when !Current.AfterSpace && operand is PathExpression or CallExpression:
                    Enter();
                    operand = ParseExplicitCall(operand);
                    break;
                case TokenKind.PlusPlus or TokenKind.MinusMinus:
                    var target = RequirePath(operand);
                    var op = Advance();
                    depth = outerDepth;
                    return new IncrementExpression(
                        source,
                        target.Start,
                        op.End,
                        target,
                        op.Kind == TokenKind.PlusPlus,
                        prefix: false
                    );
                default:
                    depth = outerDepth;
                    return operand;
            }
        }
    }

    private ScriptExpression ParseMember(ScriptExpression target)
    {
        var optional = Kind == TokenKind.QuestionDot || target is MemberExpression { Optional: true };
        Advance();
        if (Kind != TokenKind.Identifier || source.Text[Current.Start] == '$')
        {
            throw Unexpected("The dot operator is expected to be followed by a plain identifier");
        }

        var name = Advance();
        if (IsWord(name, "empty") && Kind == TokenKind.Question && !Current.AfterSpace)
        {
            return new IsEmptyExpression(source, Advance().End, target);
        }

        return new MemberExpression(source, name.End, target, TextOf(name), optional);
    }

    private IndexerExpression ParseIndexer(ScriptExpression target)
    {
        var outer = OpenBracketed();
        RequireExpression("<expression>[<index_expression>]");
        var position = ParseExpression();
        var end = CloseBracketed(outer, TokenKind.CloseBracket, "Expecting ']'");
        return new IndexerExpression(source, end, target, position);
    }

    private CallExpression ParseExplicitCall(ScriptExpression callee)
    {
        var outer = OpenBracketed();
        var positional = new List<ScriptExpression>();
        var named = new List<NamedArgument>();
        while (Kind != TokenKind.CloseParen)
        {
            if (AtNamedArgument())
            {
                var name = Advance();
                Advance();
                named.Add(new NamedArgument(TextOf(name), ParseExpression()));
            }
            else
            {
                positional.Add(ParseExpression());
            }

            if (!TakeComma(TokenKind.CloseParen))
            {
                throw Unexpected("Expecting a comma to separate arguments in a function call.");
            }
        }

        var end = CloseBracketed(outer, TokenKind.CloseParen, "Expecting a closing parenthesis for a function call.");
        return new CallExpression(source, callee.Start, end, callee, [.. positional], [.. named], isPipe: false);
    }

    private Surroundings OpenBracketed()
    {
        var outer = surroundings;
        surroundings = default;
        Open();
        return outer;
    }

    private int CloseBracketed(Surroundings outer, TokenKind kind, string expected)
    {
        var end = Close(kind, expected).End;
        surroundings = outer;
        return end;
    }

    // A comma, or the end of the list without one.
    private bool TakeComma(TokenKind close)
    {
        if (Kind != TokenKind.Comma)
        {
            return Kind == close;
        }

        Advance();
        return true;
    }
}
