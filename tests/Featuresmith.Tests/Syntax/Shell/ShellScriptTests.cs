using Featuresmith.Sources;
using Featuresmith.Syntax.Shell;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Syntax.Shell;

public class ShellScriptTests
{
    [TestCase("echo a 'b c' \"d $e\"", "echo a 'b c' \"'d '${e}\";")]
    [TestCase("a && b || c & d; e", "a && b || c & d; e;")]
    [TestCase("a | b |& c\n! d", "a | b | c; ! d;")]
    [TestCase("X=1 Y=\"$Z\" cmd X=2", "X=1 Y=\"${Z}\" cmd X=2;")]
    [TestCase("export A=1 B; local c=$d", "export B A=1; local c=${d};")]
    [TestCase("a=(1 \"$b\"\n # note\n 3) c+=x", "a=(1 \"${b}\" 3) c+=x;")]
    [TestCase("cmd 2>/dev/null >>log <in &>all", "cmd >/dev/null >>log <in &>all;")]
    [TestCase("a \\\n  b # comment\nc", "a b; c;")]
    [TestCase("f() { a; }\nfunction g { b; }\nh ()\n(c)", "(function f {a;}); (function g {b;}); (function h (c;));")]
    public void Simple_commands_lists_and_functions_are_read(string script, string outline) =>
        ShellOutline.Of(script).ShouldBe(outline);

    [TestCase("if a; then b; elif c; then d; else e; fi >out", "(if [a; c;] [b; d; e;]);")]
    [TestCase("while read -r l; do a; done <f", "(while [read -r l;] [a;]);")]
    [TestCase("for x in a $b; do c; done", "(for x [a ${b}] [c;]);")]
    [TestCase("for x; do c; done", "(for x [] [c;]);")]
    [TestCase("for ((i=0; i<n; i++)); do c; done", "(for  [$((i= i n i=))] [c;]);")]
    [TestCase("case $x in a|b) c;; (d) e ;; *) f; esac", "(case ${x} [a|b: c;] [d: e;] [*: f;]);")]
    [TestCase("case x in esac; a", "(case x ); a;")]
    [TestCase("(a; b) | { c; }", "(a; b;) | {c;};")]
    [TestCase(
        "[[ -n $a && ( $b == *x* || $c =~ ^(a|b)$ ) ]] && d",
        "(test -n ${a} && ( ${b} == *x* || ${c} =~ ^(a|b)$ )) && d;"
    )]
    [TestCase("((n = a + b))", "$((n= a b));")]
    [TestCase("((a); (b) )", "((a;); (b;););")]
    [TestCase("echo done fi }; if", "echo done fi }; (if [] []);")]
    public void Compound_commands_are_read(string script, string outline) => ShellOutline.Of(script).ShouldBe(outline);

    [TestCase("echo ${A} $A$B", "echo ${A} ${A}${B};")]
    [TestCase("A=\"${B:-\"lts\"}\"", "A=\"${B:-\"'lts'\"}\";")]
    [TestCase(": \"${A:=${B-x y}}\"", ": \"${A:=${B-x y}}\";")]
    [TestCase(
        "echo ${A//\\//_} ${A##*/} ${#A} ${!A} ${A[@]} ${A:1:2}",
        "echo ${A////_} ${A##*/} ${A} ${A} ${A} ${A:1:2};"
    )]
    [TestCase("echo \"${A:-it's}\" b", "echo \"${A:-it's}\" b;")]
    [TestCase("echo $(a $(b) \"$(c)\") `d`", "echo Command(a Command(b;) \"Command(c;)\";) Backticks(d;);")]
    [TestCase("echo $((1 + A * (B)))", "echo $((A B));")]
    [TestCase("echo $((a) | (b) )", "echo Command((a;) | (b;););")]
    [TestCase("diff <(a) <(b)", "diff Process(a;) Process(b;);")]
    [TestCase("echo '$A' \\$A \"\\$A\" $'a\\'b'", "echo '$A' $A \"'$A'\" 'a\\'b';")]
    [TestCase("ls !(a|b) c", "ls !(a|b) c;")]
    [TestCase("echo $1 $@ $# $? $$ a$", "echo ${1} ${@} ${#} ${?} ${$} a$;")]
    public void Expansions_are_read(string script, string outline) => ShellOutline.Of(script).ShouldBe(outline);

    [TestCase("cat <<EOF >f\na $B\nEOF\nc", "cat <<EOF:'a '${B}'\\n' >f; c;")]
    [TestCase("cat <<'EOF'\na $B\nEOF\nc", "cat <<EOF:'a $B\\n'; c;")]
    [TestCase("cat <<-\\E <<F\n\tone\n\tE\ntwo\nF\nc", "cat <<E:'\tone\\n' <<F:'two\\n'; c;")]
    [TestCase("x=$(cat <<E\n) $(a)\nE\n)\nb", "x=Command(cat <<E:') 'Command(a;)'\\n';); b;")]
    [TestCase("cat <<E\nnever closed", "cat <<E:'never closed';")]
    public void Here_documents_are_read(string script, string outline) => ShellOutline.Of(script).ShouldBe(outline);

    [TestCase("fi; done; a)", "fi; done; a;")]
    [TestCase("echo \"open $(a 'b", "echo \"'open 'Command(a 'b';)\";")]
    [TestCase("echo ${A:-", "echo ${A:-};")]
    [TestCase("a | | b && ;; c", "a; b && c;")]
    [TestCase("f() ", "(function f nothing);")]
    [TestCase("case $x in )", "(case ${x} [: ]);")]
    public void What_is_no_shell_is_read_as_far_as_it_goes(string script, string outline) =>
        ShellOutline.Of(script).ShouldBe(outline);

    [Test]
    public void Every_node_knows_its_place()
    {
        var script = ShellScript.Read(new SourceText("s", "#!/bin/sh\nif [ \"${A:-b}\" ]; then # why\n  c d\nfi\n"));
        script.All<ShellParameter>().Single().Span.ToString().ShouldBe("s:2:7");
        script.All<ShellSimpleCommand>().Select(command => command.Span.ToString()).ShouldBe(["s:2:4", "s:3:3"]);
        script.Comments.Select(comment => comment.ToString()).ShouldBe(["s:1:1", "s:2:24"]);
        var branches = script.All<ShellIf>().Single();
        (branches.Span.StartPosition.ToString(), branches.Span.EndPosition.ToString()).ShouldBe(("2:1", "4:3"));
    }

    [TestCase("#!/bin/sh -e", "sh", "-e")]
    [TestCase("#! /usr/bin/env bash", "bash", "")]
    [TestCase("#!/usr/bin/env -S bash -eu", "bash", "-eu")]
    public void The_first_line_names_the_interpreter(string line, string name, string arguments)
    {
        var interpreter = ShellScript.Read(new SourceText("s", $"{line}\na\n")).Interpreter!;
        interpreter.Name.ShouldBe(name);
        string.Join(" ", interpreter.Arguments).ShouldBe(arguments);
    }

    [Test]
    public void A_script_without_a_first_line_of_that_form_names_none() =>
        ShellScript.Read(new SourceText("s", "# !/bin/sh\n")).Interpreter.ShouldBeNull();
}
