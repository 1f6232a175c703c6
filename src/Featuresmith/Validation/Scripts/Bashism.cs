using Featuresmith.Sources;
using Featuresmith.Syntax.Shell;

namespace Featuresmith.Validation.Scripts;

/// <summary>
/// What bash has and dash, Debian's /bin/sh, has not: it ends the script, or the command fails (dash(1), version 0.5.12;
/// bash manual, "Major Differences From The Bourne Shell").
/// </summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Form">What it is, as an author would call it.</param>
/// <param name="Portable">What to write instead.</param>
public sealed record Bashism(SourceSpan Span, string Form, string Portable)
{
    /// <summary>Every one in a script.</summary>
    public static IEnumerable<Bashism> In(ShellScript script) => script.Nodes.Select(Of).OfType<Bashism>();

    private static Bashism? Of(ShellNode node) =>
        node switch
        {
            ShellTest => new(node.Span, "[[ … ]]", "write [ … ], or case for patterns"),
            ShellArithmeticCommand => new(node.Span, "((…))", "write [ … ] with -eq, -lt and the like"),
            ShellAssignment { IsArray: true } or ShellAssignment { HasSubscript: true } => new(
                node.Span,
                "an array",
                "use words in a string, or \"set --\""
            ),
            ShellAssignment { IsAppending: true } assignment => new(
                node.Span,
                "+=",
                $"write {assignment.Name}=\"${assignment.Name}…\""
            ),
            ShellFunction { HasKeyword: true } function => new(
                function.Span.Source.Span(function.Span.Start, function.Name.Span.End),
                "\"function\"",
                $"write {function.Name}()"
            ),
            ShellFor { Variable: null } => new(node.Span, "for ((…))", "write a while loop"),
            ShellFor { IsSelect: true } => new(node.Span, "select", "ask with read"),
            ShellCaseArm { End: ";&" or ";;&" } => new(node.Span, "a case that falls through", "repeat the commands"),
            ShellSubstitution { Kind: ShellSubstitutionKind.Process } => new(
                node.Span,
                "<(…)",
                "write the output to a file, or use a pipe"
            ),
            ShellRedirection { Operation: "<<<" } => new(node.Span, "<<<", "use a here-document, or printf and a pipe"),
            ShellRedirection { Operation: "&>" or "&>>" } => new(node.Span, "&>", "write >file 2>&1"),
            ShellRedirection { Operation: ">&", IsOutput: true } => new(
                node.Span,
                ">& with a file",
                "write >file 2>&1"
            ),
            ShellParameter parameter => OfParameter(parameter),
            ShellSimpleCommand command => OfCommand(command),
            _ => null,
        };

    private static Bashism? OfParameter(ShellParameter parameter)
    {
        var form = parameter switch
        {
            { IsIndirect: true } => "${!name}",
            { Subscript: not null } => "an array",
            { Operation: "/" or "//" or "/#" or "/%" } => "${name/…/…}",
            { Operation: "^" or "^^" or "," or ",," } => "${name^}",
            { Operation: ":" } => "${name:…}",
            { Operation: "@" } => "${name@…}",
            _ => null,
        };
        return form is null
            ? null
            : new(parameter.Span, form, "use case, ${name#…}, ${name%…}, or a program such as sed or tr");
    }

    private static Bashism? OfCommand(ShellSimpleCommand command)
    {
        var arguments = command.Arguments.Select(word => word.Literal).ToList();
        var (form, portable) = command.Name switch
        {
            "source" => ("source", "write \".\""),
            "pushd" or "popd" => (command.Name, "use cd in a subshell"),
            "shopt" or "mapfile" or "readarray" or "let" or "disown" or "compgen" or "enable" or "caller" => (
                command.Name,
                "make #!/bin/bash the first line, or do without"
            ),
            "declare" or "typeset" => (command.Name, "assign plainly; local in functions"),
            "set" when arguments.Contains("pipefail") => ("set -o pipefail", "make #!/bin/bash the first line"),
            "printf" when arguments.FirstOrDefault() == "-v" => ("printf -v", "write name=$(printf …)"),
            "export" when arguments.FirstOrDefault() == "-f" => ("export -f", "put the function into a file"),
            "trap" when arguments.Any(signal => signal is "ERR" or "DEBUG" or "RETURN") => (
                "trap … ERR",
                "use trap … EXIT"
            ),
            "read"
                when arguments.FirstOrDefault(flag => flag is { Length: 2 } && "adinNstu".Contains(flag[1])) is { } flag
                    && flag[0] == '-' => ($"read {flag}", "use read -r alone"),
            _ => (null, ""),
        };
        return form is null ? null : new(command.Span, form, portable);
    }
}
