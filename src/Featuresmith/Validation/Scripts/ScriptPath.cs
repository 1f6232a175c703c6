using Featuresmith.Syntax.Shell;

namespace Featuresmith.Validation.Scripts;

/// <summary>Which file of the Feature's folder a word in a script names. install.sh runs in that folder.</summary>
public static class ScriptPath
{
    /// <summary>
    /// The path below the folder: of "./lib.sh" and "lib.sh", and of "$DIR/lib.sh" on the understanding that $DIR is the
    /// script's own folder.
    /// </summary>
    /// <returns>Null where the word names something else, such as an absolute path.</returns>
    public static string? Of(ShellWord word)
    {
        if (word.Literal is { } literal)
        {
            return literal.StartsWith('/') || literal.StartsWith('~') ? null : Clean(literal);
        }

        var tail = Tail(word);
        return tail.StartsWith('/') ? Clean(tail) : null;
    }

    /// <summary>Whether nothing but the script's own folder can be meant: "./x", "$(dirname "$0")/x", "${0%/*}/x".</summary>
    public static bool IsSurelyOwn(ShellWord word) =>
        word.Literal is { } literal
            ? literal.StartsWith("./", StringComparison.Ordinal)
            : word.DescendantsAndSelf().Any(NamesOwnFile) && Of(word) is not null;

    private static bool NamesOwnFile(ShellNode node) => node is ShellParameter { Name: "0" or "BASH_SOURCE" };

    // The literal end of a word, behind its last expansion.
    private static string Tail(ShellWord word)
    {
        var parts = word.Parts.SelectMany(part => part is ShellDoubleQuoted quoted ? quoted.Parts : [part]).Reverse();
        return string.Concat(
            parts.TakeWhile(part => part is ShellLiteral).Reverse().Select(part => ((ShellLiteral)part).Text)
        );
    }

    private static string Clean(string path)
    {
        var clean = path.TrimStart('/');
        while (clean.StartsWith("./", StringComparison.Ordinal))
        {
            clean = clean[2..].TrimStart('/');
        }

        return clean;
    }
}
