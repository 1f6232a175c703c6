using Featuresmith.Syntax.Shell;

namespace Featuresmith.Validation.Scripts;

/// <summary>Scripts that stand in quotation marks in another: sh -c '…', su user -c "…".</summary>
public static class EmbeddedScripts
{
    /// <summary>A script and those that it hands to another shell as an argument.</summary>
    public static IEnumerable<ShellScript> With(ShellScript script) =>
        script
            .All<ShellSimpleCommand>()
            .Where(command =>
                command.Words.Any(word => word.Literal is "sh" or "bash" or "su" or "/bin/sh" or "/bin/bash")
            )
            .Select(Embedded)
            .OfType<ShellScript>()
            .Prepend(script);

    private static ShellScript? Embedded(ShellSimpleCommand command)
    {
        var word = command.Words.SkipWhile(word => !IsCommandFlag(word.Literal)).Skip(1).FirstOrDefault();
        return word is { IsQuoted: true, Span.Length: > 2, Parts.Count: 1 }
            ? ShellScript.Read(word.Span.Source.Span(word.Span.Start + 1, word.Span.End - 1))
            : null;
    }

    // -c, and clusters such as -lc.
    private static bool IsCommandFlag(string? word) =>
        word == "--command" || (word is { Length: > 1 } && word[0] == '-' && word[1] != '-' && word[^1] == 'c');
}
