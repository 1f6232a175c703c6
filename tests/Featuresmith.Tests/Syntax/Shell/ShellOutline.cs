using Featuresmith.Sources;
using Featuresmith.Syntax.Shell;

namespace Featuresmith.Tests.Syntax.Shell;

/// <summary>A tree as one line, so that a test can say what it expects: (if [a] [b]) and the like.</summary>
internal static class ShellOutline
{
    public static string Of(string script) => Of(ShellScript.Read(new SourceText("script.sh", script)).Body);

    private static string Of(ShellNode? node) =>
        node switch
        {
            null => "nothing",
            ShellList list => string.Join(" ", list.Pipelines.Select(Of)),
            ShellPipeline pipeline => (pipeline.IsNegated ? "! " : "")
                + string.Join(" | ", pipeline.Commands.Select(Of))
                + (pipeline.Connector == ";" ? ";" : $" {pipeline.Connector}"),
            ShellSimpleCommand simple => Join(simple.Children.Select(Of)),
            ShellAssignment { IsArray: true } array => $"{array.Name}=({Join(array.Elements.Select(Of))})",
            ShellAssignment assignment =>
                $"{assignment.Name}{(assignment.IsAppending ? "+" : "")}={Of(assignment.Value)}",
            ShellHereDocument document => $"<<{document.Delimiter}:{Of(document.Body)}",
            ShellRedirection redirection => $"{redirection.Operation}{Of(redirection.Target)}",
            ShellWord word => $"{string.Concat(word.Parts.Select(Of))}",
            ShellLiteral { IsQuoted: true } literal => $"'{literal.Text.Replace("\n", "\\n")}'",
            ShellLiteral literal => literal.Text,
            ShellDoubleQuoted quoted => $"\"{string.Concat(quoted.Parts.Select(Of))}\"",
            ShellParameter parameter =>
                $"${{{parameter.Name}{parameter.Operation}{(parameter.Operand is null ? "" : Of(parameter.Operand))}}}",
            ShellSubstitution substitution => $"{substitution.Kind}({Of(substitution.Body)})",
            ShellArithmetic arithmetic => $"$(({string.Join(" ", arithmetic.Children.Select(Of))}))",
            ShellArithmeticName name => name.Name + (name.IsAssigned ? "=" : ""),
            ShellGroup group => group.IsSubshell ? $"({Of(group.Body)})" : $"{{{Of(group.Body)}}}",
            ShellIf branches => $"(if [{Join(branches.Conditions.Select(Of))}] [{Join(branches.Bodies.Select(Of))}])",
            ShellLoop loop => $"(while [{Of(loop.Condition)}] [{Of(loop.Body)}])",
            ShellFor loop => $"(for {loop.Variable} [{Join(loop.Header.Select(Of))}] [{Of(loop.Body)}])",
            ShellCase choice => $"(case {Of(choice.Subject)} {Join(choice.Arms.Select(Of))})",
            ShellCaseArm arm => $"[{string.Join("|", arm.Patterns.Select(Of))}: {Of(arm.Body)}]",
            ShellTest test => $"(test {Join(test.Words.Select(Of))})",
            ShellFunction function => $"(function {function.Name} {Of(function.Body)})",
            _ => Join(node.Children.Select(Of)),
        };

    private static string Join(IEnumerable<string> pieces) => string.Join(" ", pieces);
}
