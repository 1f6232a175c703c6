namespace Scriban.Parsing;

internal sealed partial class Lexer
{
    // By first character, the longest first.
    private static readonly Dictionary<char, (string Text, TokenKind Kind)[]> Operators = new (string, TokenKind)[]
    {
        ("...", TokenKind.Ellipsis),
        ("..<", TokenKind.RangeExclusive),
        ("//=", TokenKind.DoubleSlashAssign),
        ("..", TokenKind.Range),
        ("//", TokenKind.DoubleSlash),
        ("/=", TokenKind.SlashAssign),
        ("+=", TokenKind.PlusAssign),
        ("++", TokenKind.PlusPlus),
        ("-=", TokenKind.MinusAssign),
        ("--", TokenKind.MinusMinus),
        ("*=", TokenKind.StarAssign),
        ("%=", TokenKind.PercentAssign),
        ("==", TokenKind.Equal),
        ("!=", TokenKind.NotEqual),
        ("<=", TokenKind.LessEqual),
        (">=", TokenKind.GreaterEqual),
        ("<<", TokenKind.ShiftLeft),
        (">>", TokenKind.ShiftRight),
        ("&&", TokenKind.And),
        ("||", TokenKind.Or),
        ("|>", TokenKind.Bar),
        ("??", TokenKind.Coalesce),
        ("?!", TokenKind.NotCoalesce),
        ("?.", TokenKind.QuestionDot),
        ("(", TokenKind.OpenParen),
        (")", TokenKind.CloseParen),
        ("[", TokenKind.OpenBracket),
        ("]", TokenKind.CloseBracket),
        ("{", TokenKind.OpenBrace),
        ("}", TokenKind.CloseBrace),
        (",", TokenKind.Comma),
        (":", TokenKind.Colon),
        (";", TokenKind.SemiColon),
        (".", TokenKind.Dot),
        ("?", TokenKind.Question),
        ("@", TokenKind.At),
        ("|", TokenKind.Bar),
        ("^", TokenKind.Caret),
        ("!", TokenKind.Bang),
        ("=", TokenKind.Assign),
        ("+", TokenKind.Plus),
        ("-", TokenKind.Minus),
        ("*", TokenKind.Star),
        ("/", TokenKind.Slash),
        ("%", TokenKind.Percent),
        ("<", TokenKind.Less),
        (">", TokenKind.Greater),
    }
        .GroupBy(entry => entry.Item1[0])
        .ToDictionary(group => group.Key, group => group.ToArray());

    private void ReadOperator(bool afterSpace)
    {
        var start = at;
        foreach (var (symbol, kind) in Operators.GetValueOrDefault(text[at], []))
        {
            if (string.CompareOrdinal(text, at, symbol, 0, symbol.Length) == 0)
            {
                at += symbol.Length;
                TrackBraces(kind);
                tokens.Add(new Token(kind, start, at, afterSpace));
                return;
            }
        }

        at++;
        tokens.Add(new Token(TokenKind.Invalid, start, at, afterSpace));
    }

    private void TrackBraces(TokenKind kind)
    {
        if (kind == TokenKind.OpenBrace)
        {
            braces.Push('{');
        }
        else if (kind == TokenKind.CloseBrace)
        {
            braces.TryPop(out _);
        }
    }
}
