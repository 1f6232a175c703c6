using Scriban.Syntax;

namespace Scriban.Parsing;

internal sealed partial class Parser
{
    private enum BlockKind
    {
        Page,
        Body,
        When,
    }

    // Up to (not with) the word that ends the block, or the end of the text.
    private ScriptBlockStatement ParseBlock(BlockKind kind)
    {
        Enter();
        var (outerBrackets, outerSurroundings) = (brackets, surroundings);
        (brackets, surroundings) = (0, default);
        var start = Current.Start;
        var statements = new List<ScriptStatement>();
        string? indent = null;
        while (!EndsBlock(kind))
        {
            switch (Kind)
            {
                case TokenKind.Text:
                    statements.Add(new RawStatement(source, Current.Start, Current.End));
                    Advance();
                    break;
                case TokenKind.CodeEnter:
                    indent = IndentBefore();
                    Advance();
                    break;
                case TokenKind.CodeExit:
                    indent = null;
                    Advance();
                    break;
                case TokenKind.NewLine or TokenKind.SemiColon:
                    Advance();
                    break;
                default:
                    AddStatement(statements, indent);
                    break;
            }
        }

        (brackets, surroundings) = (outerBrackets, outerSurroundings);
        depth--;
        return new ScriptBlockStatement(source, start, Current.Start, [.. statements]);
    }

    private bool EndsBlock(BlockKind kind)
    {
        if (Kind == TokenKind.Eof)
        {
            return true;
        }

        if (kind == BlockKind.Page)
        {
            return IsWord("end") || IsWord("else") || IsWord("when");
        }

        return IsWord("end") || IsWord("else") || (kind == BlockKind.When && IsWord("when"));
    }

    private void ReportStrayEnd()
    {
        // After another error the block's beginning may be what was skipped.
        if (messages.HasErrors)
        {
            return;
        }

        Report(
            Current.Start,
            Current.End,
            IsWord("end") ? "Unexpected `end`: there is no block to close."
                : IsWord("else") ? "A else condition must be preceded by another if/else/when condition or a for loop."
                : "A `when` is only expected in a `case`."
        );
    }

    private void AddStatement(List<ScriptStatement> statements, string? indent)
    {
        var depthBefore = depth;
        try
        {
            if (ParseStatement() is { } statement)
            {
                statement.Indent = indent;
                statements.Add(statement);
            }

            ExpectEndOfStatement();
        }
        catch (SyntaxException problem)
        {
            Report(problem.Start, problem.End, problem.Message);
            (depth, brackets, surroundings) = (depthBefore, 0, default);
            SkipStatement();
        }
    }

    private void ExpectEndOfStatement()
    {
        if (Kind is not (TokenKind.NewLine or TokenKind.SemiColon or TokenKind.CodeExit or TokenKind.Eof))
        {
            throw new SyntaxException(
                Current.Start,
                Current.End,
                Kind == TokenKind.Assign
                    ? "Expression is only allowed for a top level assignment in: <target_expression> = <value_expression>"
                    : $"Invalid token found `{Describe(Current)}`. Expecting <EOL>/end of line."
            );
        }
    }

    private void SkipStatement()
    {
        while (Kind is not (TokenKind.NewLine or TokenKind.SemiColon or TokenKind.CodeExit or TokenKind.Eof))
        {
            MoveNext();
        }
    }

    // language.md, section 1.5: white space alone between the line's beginning and `{{`. The package looks for it in the
    // text as written, but only if some of it is left to print.
    private string? IndentBefore()
    {
        if (index == 0 || tokens[index - 1].Kind != TokenKind.Text)
        {
            return string.Empty;
        }

        var text = source.Text;
        var end = tokens[index - 1].End;
        var start = end;
        while (start > 0 && text[start - 1] != '\n' && char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        return start == 0 || text[start - 1] == '\n' ? text[start..end] : string.Empty;
    }
}
