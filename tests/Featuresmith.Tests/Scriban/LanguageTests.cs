using NUnit.Framework;
using Scriban;
using Scriban.Runtime;
using Shouldly;

namespace Featuresmith.Tests.Scriban;

[TestFixture]
internal sealed class LanguageTests
{
    [TestCase("plain", "plain")]
    [TestCase("a{{}}b", "ab")]
    [TestCase("{{ 1 + 2 * 3 }}", "7")]
    [TestCase("{{ 3 / 2 }} {{ 3 // 2 }} {{ 3 % 2 }}", "1.5 1 1")]
    [TestCase("{{ 'a' * 3 }}{{ 'x' + 1 + null + true }}", "aaax1true")]
    [TestCase("{{ null + 1 }}|{{ null ?? 1 }}|{{ 1 ?! 2 }}", "|1|2")]
    [TestCase("{{ [1, 'b', null, {a: 1.5}] }}", "[1, \"b\", null, {a: 1.5}]")]
    [TestCase("{{ 2147483647 + 1 }} {{ 9223372036854775807 + 1 }}", "2147483648 9223372036854775808")]
    [TestCase("{{ 1..3 }} {{ 3..1 }} {{ 1..<3 }}", "[1, 2, 3] [3, 2, 1] [1, 2]")]
    [TestCase("{{ true ? 1 : 2 }}{{ !true }}", "1false")]
    [TestCase("{{ x = {a: {b: 'c'}}; x.a.b; x['a'].b; x.z?.y ?? '-' }}", "cc-")]
    [TestCase("{{ x = [1,2,3]; x[-1]; x[0] = 9; x.size; x }}", "33[9, 2, 3]")]
    [TestCase("{{ func inc; ret $0 + 1; end; 1 | inc | inc; inc 5 }}", "36")]
    [TestCase("{{ f(x, y) = x - y; f(5, 2); f 5 1; 9 | f 1; f(y: 1, x: 3) }}", "3482")]
    [TestCase("{{ func f(a, b = 2, c...); ret a + b + c.size; end; f(1); f(1, 1, 0, 0) }}", "34")]
    [TestCase("{{ for i in 1..3; i; for.last ? '' : ','; end }}", "1,2,3")]
    [TestCase("{{ for i in []; i; else; 'none'; end }}", "none")]
    [TestCase("{{ for i in [1,2,3,4] offset:1 limit:2 reversed; i; end }}", "43")]
    [TestCase("{{ x = 0; while x < 3; x++; end; x }}", "0123")]
    [TestCase("{{ case 2; when 1, 2; 'low'; else; 'high'; end }}", "low")]
    [TestCase("{{ capture x }}hi {{ 1 }}{{ end }}[{{ x }}]", "[hi 1]")]
    [TestCase("{{ o = {}; with o; a = 1; end; o.a; a }}", "1")]
    [TestCase("{{ $\"a{1 + 1}b{'c'}\" }}", "a2bc")]
    [TestCase("{{ `a``\\n` }}{{ \"\\u0041\\x42\\t\" }}", "a`\\nAB\t")]
    [TestCase("{%{ {{ x }} }%}{%%{}%}}%%}", " {{ x }} }%}")]
    [TestCase("{{ # comment\n1 ## more\n of it ## }}", "1")]
    [TestCase("{{ x = do; ret $0 * 2; end; x 4 }}{{ y = @x; y 5 }}", "810")]
    [TestCase("{{ a = {}; a.empty? }}{{ a == empty }}", "truetrue")]
    [TestCase("{{ for x in {a: 1}; x.key + x.value; end }}", "a1")]
    public void A_template_means_what_the_documentation_says(string template, string expected) =>
        Templates.Render(template).ShouldBe(expected);

    [TestCase("a \n {{- 1 -}} \n b", "a1b")]
    [TestCase("a\n  {{~ x = 1 ~}}  \n  b", "a\n  b")]
    [TestCase("a\n  {{~ x = 1 ~}}\n\n  b", "a\n\n  b")]
    [TestCase("a {%{- b -}%} c", "a b c")]
    public void White_space_is_stripped_as_the_block_says(string template, string expected) =>
        Templates.Render(template).ShouldBe(expected);

    [Test]
    public void A_value_of_many_lines_keeps_the_indent_of_its_block() =>
        Templates.Render("x:\n   {{ v }}|", ("v", "1\n2\n3")).ShouldBe("x:\n   1\n   2\n   3|");

    [Test]
    public void Indentation_can_be_turned_off() =>
        Templates
            .Render("x:\n   {{ v }}|", new TemplateContext { AutoIndent = false }, ("v", "1\n2"))
            .ShouldBe("x:\n   1\n2|");

    [Test]
    public void An_include_takes_arguments_and_adds_its_own_indentation()
    {
        var context = new TemplateContext
        {
            TemplateLoader = new MemoryLoader(
                new()
                {
                    ["outer"] = "A{{ $1 }}\nB{{ $x }}{{ $.x }}\n  {{ include 'inner' }}{{ include 'inner' }}",
                    ["inner"] = "D\nE\n",
                }
            ),
        };
        Templates
            .Render("T\n    {{ include 'outer' 7 x: 8 ~}}\nend", context)
            .ShouldBe("T\n    A7\n    B88\n      D\n      E\n    D\n    E\n    end".Replace("    end", "end"));
    }

    [Test]
    public void An_include_is_a_value_too()
    {
        var context = new TemplateContext { TemplateLoader = new MemoryLoader(new() { ["i"] = "{{ 1 }}x{{ ret }}y" }) };
        Templates.Render("{{ s = include 'i'; s + '!' }}{{ include 'i' }}", context).ShouldBe("1x!1x");
    }

    [Test]
    public void A_loop_variable_is_seen_by_what_the_loop_calls_and_gone_after_it() =>
        Templates
            .Render("{{ func f; ret x + 1; end; for x in 1..2; f; end; x; for $y in 1..2; $y; end; $y }}")
            .ShouldBe("2312");

    [Test]
    public void A_host_function_gets_the_context_the_place_and_the_argument()
    {
        var context = new TemplateContext();
        var model = new ScriptObject();
        model.Import("where", (_, span, value) => $"{span.ToStringSimple()}:{value}");
        context.PushGlobal(model);
        Template.Parse("\n {{ 5 | where }}", "t").Render(context).ShouldBe("\n t(2,5):5");
    }
}
