namespace Featuresmith.Syntax.Shell;

/// <summary>The variables to which commands assign that are no assignments themselves: read, printf -v, getopts …</summary>
internal static class ShellBuiltinWrites
{
    private static readonly Dictionary<string, string> ReadFlagsWithValue = new(StringComparer.Ordinal)
    {
        ["read"] = "adinNptu",
        ["mapfile"] = "dnOsuCc",
        ["readarray"] = "dnOsuCc",
    };

    /// <summary>The words of a command that name variables which it sets.</summary>
    public static IEnumerable<ShellWord> Of(ShellSimpleCommand command) =>
        command.Name switch
        {
            "read" or "mapfile" or "readarray" => OfRead(command, ReadFlagsWithValue[command.Name]),
            "getopts" => command.Arguments.Skip(1).Take(1),
            "printf" => After(command, "-v").Take(1),
            "local" or "declare" or "typeset" or "unset" or "let" => command.Arguments.Where(IsName),
            _ => [],
        };

    private static IEnumerable<ShellWord> OfRead(ShellSimpleCommand command, string flagsWithValue)
    {
        // read -a NAME names its array behind the flag.
        var isValue = false;
        foreach (var word in command.Arguments)
        {
            var flag = word.Literal is { Length: > 1 } text && text[0] == '-' ? text : null;
            if (flag is not null && !isValue)
            {
                isValue = flagsWithValue.Contains(flag[^1]) && flag[^1] != 'a';
                continue;
            }

            if (!isValue)
            {
                yield return word;
            }

            isValue = false;
        }
    }

    private static IEnumerable<ShellWord> After(ShellSimpleCommand command, string flag) =>
        command.Arguments.SkipWhile(word => word.Literal != flag).Skip(1);

    private static bool IsName(ShellWord word) => word.Literal is null || !word.Literal.StartsWith('-');
}
