namespace Featuresmith.Syntax.Shell;

/// <summary>
/// How many constructs are open around the place that is read. A closing word is one only where something waits for it,
/// so that a stray "done" does not end the script and a missing one does not swallow it.
/// </summary>
internal sealed class OpenConstructs
{
    private static readonly Dictionary<string, ShellConstruct> ByWord = new(StringComparer.Ordinal)
    {
        ["then"] = ShellConstruct.If,
        ["elif"] = ShellConstruct.If,
        ["else"] = ShellConstruct.If,
        ["fi"] = ShellConstruct.If,
        ["do"] = ShellConstruct.Loop,
        ["done"] = ShellConstruct.Loop,
        ["esac"] = ShellConstruct.Case,
        ["}"] = ShellConstruct.Brace,
    };

    private readonly int[] counts = new int[Enum.GetValues<ShellConstruct>().Length];

    /// <summary>The closing words; none is longer than four characters.</summary>
    public static IEnumerable<string> Words => ByWord.Keys;

    public void Enter(ShellConstruct construct) => counts[(int)construct]++;

    public void Leave(ShellConstruct construct) => counts[(int)construct]--;

    public bool Has(ShellConstruct construct) => counts[(int)construct] > 0;

    public bool IsClosedBy(ReadOnlySpan<char> word) =>
        ByWord.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var construct) && Has(construct);
}

/// <summary>What a closing word or character can end.</summary>
internal enum ShellConstruct
{
    If,
    Loop,
    Case,
    Brace,
    Parenthesis,
}
