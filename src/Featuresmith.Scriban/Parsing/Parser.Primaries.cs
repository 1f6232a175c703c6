using System.Globalization;
using Scriban.Syntax;

namespace Scriban.Parsing;

internal sealed partial class Parser
{
    private Surroundings surroundings;

    private ScriptExpression ParsePrimary()
    {
        switch (Kind)
        {
            case TokenKind.Identifier:
                return IsWord("do") ? ParseAnonymousFunction() : ParseVariable();
            case TokenKind.Number:
                return ParseNumber();
            case TokenKind.String:
                var text = Advance();
                return new LiteralExpression(source, text.Start, text.End, text.Value);
            case TokenKind.InterpolationBegin:
                return ParseInterpolation();
            case TokenKind.OpenParen:
                return ParseNested();
            case TokenKind.OpenBracket:
                return ParseArray();
            case TokenKind.OpenBrace:
                return ParseObject();
            default:
                throw new SyntaxException(
                    Current.Start,
                    Current.End,
                    $"Unexpected token `{Describe(Current)}` while parsing expression"
                );
        }
    }

    private LiteralExpression ParseNumber()
    {
        var token = Advance();
        var value = NumberLiteral.Parse(source.Text.AsSpan(token.Start, token.End - token.Start));
        return value is null
            ? throw new SyntaxException(token.Start, token.End, $"The number `{Describe(token)}` cannot be read")
            : new LiteralExpression(source, token.Start, token.End, value);
    }

    private ScriptExpression ParseVariable()
    {
        var token = Advance();
        var inWhile = IsWord(token, "while");
        if (Kind != TokenKind.Dot || !(inWhile || IsWord(token, "for")) || Peek().Kind != TokenKind.Identifier)
        {
            return VariableOf(token);
        }

        Advance();
        var member = Advance();
        return LoopVariable.Exists(inWhile, TextOf(member))
            ? new LoopVariable(source, token.Start, member.End, inWhile, TextOf(member))
            : throw new SyntaxException(
                token.Start,
                member.End,
                $"The loop variable <{TextOf(token)}.{TextOf(member)}> is not supported"
            );
    }

    private ScriptExpression VariableOf(Token token)
    {
        var name = TextOf(token);
        var (start, end) = (token.Start, token.End);
        if (name[0] == '$')
        {
            return LocalOf(token, name);
        }

        return name switch
        {
            "true" => new LiteralExpression(source, start, end, true),
            "false" => new LiteralExpression(source, start, end, false),
            "null" => new LiteralExpression(source, start, end, null),
            "this" => new ThisExpression(source, start, end),
            _ => new GlobalVariable(source, start, end, name),
        };
    }

    private PathExpression LocalOf(Token token, string name)
    {
        var (start, end) = (token.Start, token.End);
        if (name.StartsWith("$$", StringComparison.Ordinal))
        {
            throw new SyntaxException(start, end, "The block of a `wrap`, `$$`, is not supported");
        }

        if (name.Length == 1)
        {
            return new ArgumentsVariable(source, start, end);
        }

        if (!char.IsAsciiDigit(name[1]))
        {
            return new LocalVariable(source, start, end, name[1..]);
        }

        if (!int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var position))
        {
            throw new SyntaxException(start, end, $"`{Describe(token)}` is not an argument");
        }

        var arguments = new ArgumentsVariable(source, start, end);
        return new IndexerExpression(source, end, arguments, new LiteralExpression(source, start, end, position));
    }

    // The holes alternate with text; the lexer cut the string at them.
    private InterpolatedExpression ParseInterpolation()
    {
        var parts = new List<ScriptExpression>();
        var piece = Advance();
        var start = piece.Start;
        var outer = surroundings;
        surroundings = default;
        while (true)
        {
            parts.Add(new LiteralExpression(source, piece.Start, piece.End, piece.Value));
            if (piece.Kind == TokenKind.InterpolationEnd)
            {
                surroundings = outer;
                return new InterpolatedExpression(source, start, piece.End, [.. parts]);
            }

            parts.Add(ParseExpression());
            if (Kind is not (TokenKind.InterpolationMiddle or TokenKind.InterpolationEnd))
            {
                throw Unexpected("Expecting `}` in an interpolated string.");
            }

            piece = Advance();
        }
    }

    private NestedExpression ParseNested()
    {
        var start = Current.Start;
        var outer = OpenBracketed();
        RequireExpression("( <expression> )");
        var inner = ParseExpression();
        var end = CloseBracketed(outer, TokenKind.CloseParen, "Expecting a closing `)`.");
        return new NestedExpression(source, start, end, inner);
    }

    private ArrayExpression ParseArray()
    {
        var start = Current.Start;
        var outer = OpenBracketed();
        var items = new List<ScriptExpression>();
        while (Kind != TokenKind.CloseBracket)
        {
            RequireExpression("[item1, item2,...]");
            items.Add(ParseExpression());
            if (!TakeComma(TokenKind.CloseBracket))
            {
                throw Unexpected("Expecting `]`.");
            }
        }

        var end = CloseBracketed(outer, TokenKind.CloseBracket, "Expecting `]`.");
        return new ArrayExpression(source, start, end, [.. items]);
    }

    private ObjectExpression ParseObject()
    {
        var start = Current.Start;
        var outer = OpenBracketed();
        var members = new List<(string, ScriptExpression)>();
        while (Kind != TokenKind.CloseBrace)
        {
            members.Add(ParseObjectMember());
            if (!TakeComma(TokenKind.CloseBrace))
            {
                throw Unexpected("Expecting a comma or `}` in an object.");
            }
        }

        var end = CloseBracketed(outer, TokenKind.CloseBrace, "Expecting `}`.");
        return new ObjectExpression(source, start, end, [.. members]);
    }

    private (string Name, ScriptExpression Value) ParseObjectMember()
    {
        var isName = Kind == TokenKind.Identifier && source.Text[Current.Start] != '$';
        if (!isName && Kind != TokenKind.String)
        {
            throw Unexpected("Expecting a simple identifier for the member name.");
        }

        var token = Advance();
        if (Kind != TokenKind.Colon)
        {
            throw Unexpected($"Expecting a colon : after `{Describe(token)}` in an object.");
        }

        Advance();
        RequireExpression("{ <name>: <expression> }");
        return (token.Value ?? TextOf(token), ParseExpression());
    }
}
