using Scriban.Syntax;

namespace Scriban.Parsing;

internal sealed partial class Parser
{
    private CaseStatement ParseCase()
    {
        var start = Advance().Start;
        var value = ParseHeader("case <expression> ... end|when|else");
        var branches = new List<(ScriptExpression[], ScriptBlockStatement)>();
        SkipToWhen();
        while (IsWord("when"))
        {
            Advance();
            var matches = new List<ScriptExpression> { ParseWhenValue() };
            while (Kind is TokenKind.Comma or TokenKind.Or)
            {
                Advance();
                matches.Add(ParseWhenValue());
            }

            ExpectEndOfStatement();
            branches.Add(([.. matches], ParseBlock(BlockKind.When)));
        }

        ScriptBlockStatement? otherwise = null;
        if (IsWord("else") && branches.Count > 0)
        {
            Advance();
            otherwise = ParseElse();
        }
        else if (IsWord("else"))
        {
            throw new SyntaxException(
                Current.Start,
                Current.End,
                "A else condition must be preceded by another if/else/when condition or a for loop."
            );
        }

        return new CaseStatement(source, start, ExpectEnd("case", start), value, [.. branches], otherwise);
    }

    // Between `case` and the first `when` only white space may stand; the package prints none of it.
    private void SkipToWhen()
    {
        while (true)
        {
            switch (Kind)
            {
                case TokenKind.NewLine or TokenKind.SemiColon or TokenKind.CodeExit or TokenKind.CodeEnter:
                case TokenKind.Text when string.IsNullOrWhiteSpace(TextOf(Current)):
                    Advance();
                    break;
                case TokenKind.Identifier when IsWord("when") || IsWord("else") || IsWord("end"):
                case TokenKind.Eof:
                    return;
                default:
                    throw new SyntaxException(
                        Current.Start,
                        Current.End,
                        $"Unexpected statement/expression `{Describe(Current)}` in the body of a `case` statement. "
                            + "Only `when`/`else` are expected."
                    );
            }
        }
    }

    private ScriptExpression ParseWhenValue()
    {
        RequireExpression("when <expression>, <expression> ...");
        surroundings = surroundings with { NoOr = true };
        var value = ParseExpression();
        surroundings = default;
        return value;
    }
}
