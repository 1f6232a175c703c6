using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>The operators between two expressions.</summary>
internal enum BinaryOperator
{
    Coalesce,
    NotCoalesce,
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    DivideRound,
    Modulus,
    ShiftLeft,
    ShiftRight,
    Range,
    RangeExclusive,
}

/// <summary>How the operators look and bind; the precedences are the package's.</summary>
internal static class BinaryOperators
{
    private static readonly Dictionary<TokenKind, (BinaryOperator Operator, string Text, int Precedence)> ByToken =
        new()
        {
            [TokenKind.Coalesce] = (BinaryOperator.Coalesce, "??", 20),
            [TokenKind.NotCoalesce] = (BinaryOperator.NotCoalesce, "?!", 20),
            [TokenKind.Or] = (BinaryOperator.Or, "||", 30),
            [TokenKind.And] = (BinaryOperator.And, "&&", 40),
            [TokenKind.Equal] = (BinaryOperator.Equal, "==", 70),
            [TokenKind.NotEqual] = (BinaryOperator.NotEqual, "!=", 70),
            [TokenKind.Less] = (BinaryOperator.Less, "<", 80),
            [TokenKind.LessEqual] = (BinaryOperator.LessOrEqual, "<=", 80),
            [TokenKind.Greater] = (BinaryOperator.Greater, ">", 80),
            [TokenKind.GreaterEqual] = (BinaryOperator.GreaterOrEqual, ">=", 80),
            [TokenKind.Plus] = (BinaryOperator.Add, "+", 100),
            [TokenKind.Minus] = (BinaryOperator.Subtract, "-", 100),
            [TokenKind.Star] = (BinaryOperator.Multiply, "*", 110),
            [TokenKind.Slash] = (BinaryOperator.Divide, "/", 110),
            [TokenKind.DoubleSlash] = (BinaryOperator.DivideRound, "//", 110),
            [TokenKind.Percent] = (BinaryOperator.Modulus, "%", 110),
            [TokenKind.ShiftLeft] = (BinaryOperator.ShiftLeft, "<<", 110),
            [TokenKind.ShiftRight] = (BinaryOperator.ShiftRight, ">>", 110),
            [TokenKind.Range] = (BinaryOperator.Range, "..", 130),
            [TokenKind.RangeExclusive] = (BinaryOperator.RangeExclusive, "..<", 130),
        };

    private static readonly string[] Texts =
    [
        .. ByToken.Values.OrderBy(entry => entry.Operator).Select(entry => entry.Text),
    ];

    /// <summary>The operator that a token stands for, and how strongly it binds.</summary>
    public static bool TryGet(TokenKind token, out BinaryOperator op, out int precedence)
    {
        var found = ByToken.TryGetValue(token, out var entry);
        (op, precedence) = (entry.Operator, entry.Precedence);
        return found;
    }

    /// <summary>The operator as it is written.</summary>
    public static string Text(this BinaryOperator op) => Texts[(int)op];

    /// <summary>The operator of a compound assignment.</summary>
    public static BinaryOperator? OfAssignment(TokenKind token) =>
        token switch
        {
            TokenKind.PlusAssign => BinaryOperator.Add,
            TokenKind.MinusAssign => BinaryOperator.Subtract,
            TokenKind.StarAssign => BinaryOperator.Multiply,
            TokenKind.SlashAssign => BinaryOperator.Divide,
            TokenKind.DoubleSlashAssign => BinaryOperator.DivideRound,
            TokenKind.PercentAssign => BinaryOperator.Modulus,
            _ => null,
        };
}
