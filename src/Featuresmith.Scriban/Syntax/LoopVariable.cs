using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary><c>for.index</c> and its like (language.md, "Special loop variables").</summary>
internal sealed class LoopVariable(SourceText source, int start, int end, bool inWhile, string member)
    : ScriptExpression(source, start, end)
{
    private static readonly string[] InEveryLoop = ["index", "first", "even", "odd"];
    private static readonly string[] InForLoops = ["rindex", "last", "length", "changed"];

    /// <summary>Whether a loop of a kind has such a variable.</summary>
    public static bool Exists(bool inWhile, string member) =>
        InEveryLoop.Contains(member) || (!inWhile && InForLoops.Contains(member));

    public override object? Evaluate(TemplateContext context)
    {
        var loop =
            context.InnermostLoop(inWhile)
            ?? throw Error($"Cannot get the member {this} for a null object: it is outside a loop.");
        return member switch
        {
            "index" => loop.Index,
            "rindex" => loop.Length - 1 - loop.Index,
            "first" => loop.Index == 0,
            "last" => loop.Index == loop.Length - 1,
            "even" => loop.Index % 2 == 0,
            "odd" => loop.Index % 2 == 1,
            "length" => loop.Length,
            _ => loop.Changed,
        };
    }
}
