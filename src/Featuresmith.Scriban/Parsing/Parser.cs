using System.Runtime.CompilerServices;
using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>
/// Makes statements of tokens by recursive descent. An error is a message, and reading goes on at the next statement;
/// nesting beyond the limit ends it, so no text can exhaust the stack.
/// </summary>
internal sealed partial class Parser
{
    // More would be the echo of a mistake that was already reported.
    private const int MostErrors = 50;

    private readonly SourceText source;
    private readonly ParserOptions options;
    private readonly LogMessageBag messages;
    private readonly List<Token> tokens = [];
    private readonly Lexer lexer;
    private int index;
    private int depth;
    private int brackets;

    private Parser(SourceText source, ScriptMode mode, ParserOptions options, LogMessageBag lexerMessages)
    {
        this.source = source;
        this.options = options;
        messages = [];
        lexer = new Lexer(source, mode, tokens, lexerMessages);
        ReadAhead();
    }

    private Token Current => tokens[index];

    private TokenKind Kind => tokens[index].Kind;

    /// <summary>The statements of a text; what is wrong with it goes to the bag.</summary>
    public static ScriptBlockStatement Parse(
        SourceText source,
        ScriptMode mode,
        ParserOptions options,
        LogMessageBag messages
    )
    {
        var lexerMessages = new LogMessageBag();
        var parser = new Parser(source, mode, options, lexerMessages);
        var page = parser.ParseUnlessHopeless();

        // What follows a token that could not be read is its echo.
        var firstUnread = lexerMessages.Count == 0 ? int.MaxValue : lexerMessages[0].Span.Start.Offset;
        foreach (var message in parser.messages.Where(message => message.Span.Start.Offset < firstUnread))
        {
            messages.Add(message);
        }

        foreach (var message in lexerMessages.Take(MostErrors))
        {
            messages.Add(message);
        }

        return page;
    }

    private ScriptBlockStatement ParseUnlessHopeless()
    {
        try
        {
            return ParsePage();
        }
        catch (TooManyErrorsException)
        {
            return new ScriptBlockStatement(source, 0, source.Text.Length, []);
        }
    }

    private ScriptBlockStatement ParsePage()
    {
        var statements = new List<ScriptStatement>();
        while (Kind != TokenKind.Eof)
        {
            statements.AddRange(ParseBlock(BlockKind.Page).Statements);
            if (Kind != TokenKind.Eof)
            {
                ReportStrayEnd();
                Advance();
            }
        }

        return new ScriptBlockStatement(source, 0, source.Text.Length, [.. statements]);
    }

    private Token Peek() => tokens[Math.Min(index + 1, tokens.Count - 1)];

    private string TextOf(Token token) => source.Text[token.Start..token.End];

    private bool IsWord(string word) => IsWord(Current, word);

    private bool IsWord(Token token, string word) =>
        token.Kind == TokenKind.Identifier
        && token.End - token.Start == word.Length
        && string.CompareOrdinal(source.Text, token.Start, word, 0, word.Length) == 0;

    // Within brackets a line end means nothing.
    private Token Advance()
    {
        var token = Current;
        MoveNext();
        SkipNewLinesInBrackets();
        return token;
    }

    private void MoveNext()
    {
        index += Kind == TokenKind.Eof ? 0 : 1;
        if (index + 1 >= tokens.Count)
        {
            ReadAhead();
        }
    }

    // The token before the current one and the one after it are looked at; the others are forgotten.
    private void ReadAhead()
    {
        if (index > 1)
        {
            tokens.RemoveRange(0, index - 1);
            index = 1;
        }

        while (index + 1 >= tokens.Count && lexer.ReadMore()) { }
    }

    private void SkipNewLinesInBrackets()
    {
        while (brackets > 0 && Kind == TokenKind.NewLine)
        {
            MoveNext();
        }
    }

    private Token Open()
    {
        brackets++;
        return Advance();
    }

    private Token Close(TokenKind kind, string expected)
    {
        if (Kind != kind)
        {
            throw Unexpected(expected);
        }

        brackets--;
        return Advance();
    }

    private void Enter()
    {
        if (++depth > options.ExpressionDepthLimit)
        {
            Report(
                Current.Start,
                Current.End,
                $"The nesting of expressions and blocks exceeds ExpressionDepthLimit `{options.ExpressionDepthLimit}`"
            );
            throw new TooManyErrorsException();
        }

        // An evaluated text is parsed on what is left of a render's stack.
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            Report(Current.Start, Current.End, "The template nests too deeply: the stack is exhausted");
            throw new TooManyErrorsException();
        }
    }

    private SyntaxException Unexpected(string expected) =>
        new(Current.Start, Current.End, $"Unexpected token `{Describe(Current)}`. {expected}");

    private string Describe(Token token) =>
        token.Kind switch
        {
            TokenKind.Eof => "<end of file>",
            TokenKind.NewLine => "\\n",
            TokenKind.Text => "<text>",
            _ => TextOf(token) is { Length: > 40 } text ? text[..40] + "…" : TextOf(token),
        };

    private void Report(int start, int end, string message)
    {
        messages.Add(new LogMessage(ParserMessageType.Error, source.Span(start, end), message));
        if (messages.Count >= MostErrors)
        {
            throw new TooManyErrorsException();
        }
    }

    /// <summary>A mistake in one statement; caught where statements are read.</summary>
    private sealed class SyntaxException(int start, int end, string message) : Exception(message)
    {
        public int Start => start;

        public int End => end;
    }

    /// <summary>Nothing good can come of reading on.</summary>
    private sealed class TooManyErrorsException : Exception;
}
