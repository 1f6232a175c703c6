using Featuresmith.Sources;
using Featuresmith.Syntax.Shell;

namespace Featuresmith.Validation.Scripts;

/// <summary>A program that a command runs, behind what only changes how it is run: sudo, env, command, exec …</summary>
/// <param name="Program">The program's name, without a folder.</param>
/// <param name="Arguments">What it gets.</param>
/// <param name="Command">The whole command.</param>
public sealed record Invocation(string Program, IReadOnlyList<ShellWord> Arguments, ShellSimpleCommand Command)
{
    // Runners, and those of their flags that have a value.
    private static readonly Dictionary<string, string[]> Runners = new(StringComparer.Ordinal)
    {
        ["sudo"] = ["-u", "-g", "-h", "-p", "-C", "-T", "-U", "--user", "--group"],
        ["env"] = ["-u", "-C", "--unset", "--chdir"],
        ["command"] = [],
        ["builtin"] = [],
        ["exec"] = ["-a"],
        ["nohup"] = [],
        ["nice"] = ["-n"],
        ["time"] = [],
    };

    /// <summary>Where the program's name stands.</summary>
    public SourceSpan Span => Command.Words[Command.Words.Count - Arguments.Count - 1].Span;

    /// <summary>The arguments that are written out.</summary>
    public IEnumerable<string> Literals => Arguments.Select(word => word.Literal).OfType<string>();

    /// <summary>Whether an argument may be any number of flags: $OPTIONS, "${options[@]}", "$@".</summary>
    public bool HasUnknownFlags =>
        Arguments.Any(word =>
            word.OnlyParameter is { } parameter
            && (!word.IsQuoted || parameter.Subscript?.Raw is "@" or "*" || parameter.Name is "@" or "*")
        );

    /// <summary>What a command runs; null where its name is not written out.</summary>
    public static Invocation? Of(ShellSimpleCommand command)
    {
        var words = command.Words;
        var at = 0;
        while (at < words.Count && words[at].Literal is { } name)
        {
            // "command -v curl" asks for a program, it does not run it.
            if (name == "command" && words.Count > at + 1 && words[at + 1].Literal is "-v" or "-V")
            {
                return null;
            }

            if (!Runners.TryGetValue(name, out var flagsWithValue))
            {
                return new Invocation(name[(name.LastIndexOf('/') + 1)..], [.. words.Skip(at + 1)], command);
            }

            at = BehindFlags(words, at + 1, flagsWithValue);
        }

        return null;
    }

    /// <summary>Every program that a script runs by name, in the order of the text.</summary>
    public static IEnumerable<Invocation> All(ShellScript script) =>
        EmbeddedScripts.With(script).SelectMany(part => part.All<ShellSimpleCommand>()).Select(Of).OfType<Invocation>();

    /// <summary>Whether a short flag stands alone or in a cluster: "f" in -fsSL.</summary>
    /// <param name="flag">The letter.</param>
    /// <param name="withValue">The letters that take what follows them as their value, so that a cluster ends there.</param>
    public bool HasFlag(char flag, string withValue) =>
        Literals
            .Where(word => word.Length > 1 && word[0] == '-' && word[1] != '-')
            .Any(word => word.Skip(1).TakeWhile((_, at) => at == 0 || !withValue.Contains(word[at])).Contains(flag));

    /// <summary>The value of a flag: "-o file", "-ofile", "-sSLo file", "-qO-", "--output file", "--output=file".</summary>
    /// <param name="flag">The letter.</param>
    /// <param name="name">The long name, with its dashes.</param>
    /// <returns>Where the value stands, within a word or as one; null where the flag is absent.</returns>
    public SourceSpan? Value(char flag, string name)
    {
        for (var at = 0; at < Arguments.Count; at++)
        {
            var (raw, span) = (Arguments[at].Raw, Arguments[at].Span);
            var attached =
                raw.StartsWith(name + "=", StringComparison.Ordinal) ? name.Length + 1
                : raw == name ? raw.Length
                : raw.StartsWith('-') && !raw.StartsWith("--", StringComparison.Ordinal) ? raw.IndexOf(flag) + 1
                : 0;
            if (
                attached > 0
                && (raw.StartsWith("--", StringComparison.Ordinal) || raw[1..attached].All(char.IsAsciiLetter))
            )
            {
                return attached < raw.Length ? span.Source.Span(span.Start + attached, span.End)
                    : at + 1 < Arguments.Count ? Arguments[at + 1].Span
                    : null;
            }
        }

        return null;
    }

    private static int BehindFlags(IReadOnlyList<ShellWord> words, int at, string[] flagsWithValue)
    {
        while (at < words.Count && words[at].Raw is var raw && (raw.StartsWith('-') || raw.Contains('=')))
        {
            at += flagsWithValue.Contains(raw) ? 2 : 1;
        }

        return at;
    }
}
