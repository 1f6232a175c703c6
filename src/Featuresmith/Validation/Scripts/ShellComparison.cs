using Featuresmith.Syntax.Shell;

namespace Featuresmith.Validation.Scripts;

/// <summary>A variable held against a text: [ "$X" = text ], [[ $X == text ]], case $X in text).</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Value">The text; patterns are left out.</param>
/// <param name="Place">Where the text stands.</param>
public sealed record ShellComparison(string Variable, string Value, ShellWord Place)
{
    /// <summary>Every comparison in a script.</summary>
    public static IEnumerable<ShellComparison> In(ShellScript script) =>
        script.Nodes.SelectMany(node =>
            node switch
            {
                ShellTest test => InTest(test.Words),
                ShellSimpleCommand { Name: "[" or "test" } test => InTest(test.Words),
                ShellCase choice => InCase(choice),
                _ => [],
            }
        );

    private static IEnumerable<ShellComparison> InTest(IReadOnlyList<ShellWord> words)
    {
        for (var at = 1; at < words.Count - 1; at++)
        {
            if (words[at].Literal is "=" or "==" or "!=")
            {
                var (left, right) = (words[at - 1], words[at + 1]);
                if ((Of(left, right) ?? Of(right, left)) is { } comparison)
                {
                    yield return comparison;
                }
            }
        }
    }

    private static IEnumerable<ShellComparison> InCase(ShellCase choice) =>
        choice
            .Arms.SelectMany(arm => arm.Patterns)
            .Select(pattern => Of(choice.Subject, pattern))
            .OfType<ShellComparison>();

    private static ShellComparison? Of(ShellWord variable, ShellWord text) =>
        variable.OnlyParameter is { IsVariable: true, Operation: "", IsLength: false, IsIndirect: false } parameter
        && text.Literal is { } value
        && !IsPattern(text)
            ? new ShellComparison(parameter.Name, value, text)
            : null;

    private static bool IsPattern(ShellWord word) =>
        word.Parts.Any(part =>
            part is ShellLiteral { IsQuoted: false } literal && literal.Text.AsSpan().ContainsAny('*', '?', '[')
        );
}
