using Featuresmith.Sources;

namespace Featuresmith.Syntax.Shell;

/// <summary>What the first line of a script names: "#!/bin/sh -e", "#!/usr/bin/env bash".</summary>
/// <param name="Name">The program's name without its folder.</param>
/// <param name="Arguments">What follows it.</param>
/// <param name="Span">The line.</param>
public sealed record ShellInterpreter(string Name, IReadOnlyList<string> Arguments, SourceSpan Span)
{
    /// <summary>Whether it is a shell of the Bourne family.</summary>
    public bool IsShell => IsPlain || Name is "bash" or "zsh" or "ksh" or "mksh";

    /// <summary>Whether it may be a shell that knows what POSIX asks for and little else.</summary>
    public bool IsPlain => Name is "sh" or "dash" or "ash" or "busybox";

    /// <summary>Reads the first line.</summary>
    /// <returns>Null where it does not begin with "#!" and a name.</returns>
    public static ShellInterpreter? Of(SourceText source)
    {
        if (!source.Text.StartsWith("#!", StringComparison.Ordinal))
        {
            return null;
        }

        var words = source.Line(1)[2..].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).ToList();
        if (words.Count > 0 && FileName(words[0]) == "env")
        {
            // env's own flags (-S, -i) and assignments stand before the program.
            words.RemoveAt(0);
            words.RemoveAll(word => word is "-S" or "-i" || (word.Contains('=') && !word.StartsWith('-')));
        }

        return words.Count == 0 ? null : new ShellInterpreter(FileName(words[0]), words[1..], source.LineSpan(1));
    }

    private static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];
}
