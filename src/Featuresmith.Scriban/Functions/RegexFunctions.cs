using System.Diagnostics;
using System.Text.RegularExpressions;
using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>The functions of <c>regex</c> (builtins/regex.md). All of a render's share one time limit.</summary>
internal sealed class RegexFunctions : FunctionSet
{
    public RegexFunctions()
    {
        Define("escape", "pattern", a => Regex.Escape(a.Text(0) ?? string.Empty));
        Define("unescape", "pattern", a => Within(a, () => Regex.Unescape(a.Text(0) ?? string.Empty)));
        Define("match", "text pattern options?", a => Groups(Run(a, 2, (regex, text) => regex.Match(text))));
        Define("matches", "text pattern options?", Matches);
        Define("replace", "text pattern replace options?", Replace);
        Define("split", "text pattern options?", a => new ScriptArray(Run(a, 2, (regex, text) => regex.Split(text))));
    }

    private static ScriptArray Matches(Arguments a)
    {
        var matches = Run(
            a,
            2,
            (regex, text) =>
            {
                var found = regex.Matches(text);
                a.Context.Step(a.Call, found.Count);
                return found;
            }
        );
        return new ScriptArray(matches.Select(Groups));
    }

    private static object? Replace(Arguments a)
    {
        var replacement = a.Text(2) ?? string.Empty;
        var length = 0L;
        return Run(
            a,
            3,
            (regex, text) =>
                regex.Replace(
                    text,
                    match =>
                    {
                        var result = match.Result(replacement);
                        length += result.Length;
                        a.Context.CheckLength(a.Call, length);
                        return result;
                    }
                )
        );
    }

    // The whole match first, then its groups.
    private static ScriptArray Groups(Match match) =>
        match.Success ? new ScriptArray(match.Groups.Values.Select(group => group.Value)) : [];

    private static T Run<T>(Arguments a, int optionsIndex, Func<Regex, string, T> use) =>
        Within(
            a,
            () =>
            {
                var timeLeft = a.Context.RegexTimeLeft;
                if (timeLeft <= TimeSpan.Zero && timeLeft != Regex.InfiniteMatchTimeout)
                {
                    throw a.Error($"The regular expressions took longer than RegexTimeOut `{a.Context.RegexTimeOut}`");
                }

                var regex = new Regex(a.Text(1) ?? string.Empty, OptionsOf(a, optionsIndex), timeLeft);
                return use(regex, a.Text(0) ?? string.Empty);
            }
        );

    private static T Within<T>(Arguments a, Func<T> use)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            return use();
        }
        catch (RegexMatchTimeoutException)
        {
            throw a.Error($"The regular expressions took longer than RegexTimeOut `{a.Context.RegexTimeOut}`");
        }
        catch (ArgumentException problem)
        {
            throw a.Error($"The pattern cannot be used: {problem.Message}");
        }
        finally
        {
            if (a.Context.RegexTimeOut != Regex.InfiniteMatchTimeout)
            {
                a.Context.RegexTimeLeft -= Stopwatch.GetElapsedTime(start);
            }
        }
    }

    private static RegexOptions OptionsOf(Arguments a, int index)
    {
        var options = RegexOptions.None;
        foreach (var c in a.Text(index) ?? string.Empty)
        {
            options |= c switch
            {
                'i' => RegexOptions.IgnoreCase,
                'm' => RegexOptions.Multiline,
                's' => RegexOptions.Singleline,
                'x' => RegexOptions.IgnorePatternWhitespace,
                _ => throw a.Error($"There is no regular-expression option `{c}`; there are i, m, s and x"),
            };
        }

        return options;
    }
}
