using NUnit.Framework;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;
using Shouldly;

namespace Featuresmith.Tests.Scriban;

[TestFixture]
internal sealed class ErrorTests
{
    [TestCase("{{ if }}x{{ end }}", "t(1,7) : error : Expecting <expression> instead of `}}`")]
    [TestCase("{{ if true }}x", "t(1,4) : error : Error while parsing if statement: The <end> statement was not found")]
    [TestCase("a\n{{ end }}", "t(2,4) : error : Unexpected `end`")]
    [TestCase("{{ 1 + }}", "t(1,8) : error : Expecting <expression>")]
    [TestCase("{{ (1 + 2 }}", "t(1,11) : error : Unexpected token `}}`. Expecting a closing `)`.")]
    [TestCase("{{ 'abc }}", "t(1,4) : error : Unexpected end of file while parsing a string")]
    [TestCase("{{ x", "t(1,5) : error : Unexpected end of file: the code block is not closed")]
    [TestCase("{{ 1 = 2 }}", "t(1,4) : error : Unsupported target expression for assignment.")]
    [TestCase("{{ break }}", "t(1,4) : error : The <break> statement can only be used inside for/while loops")]
    [TestCase("{{ tablerow x in y }}", "t(1,4) : error : The statement `tablerow` is not supported")]
    [TestCase("{{ wrap f }}", "t(1,4) : error : The statement `wrap` is not supported")]
    [TestCase("{{ import f }}", "t(1,4) : error : The statement `import` is not supported")]
    [TestCase("{{ readonly f }}", "t(1,4) : error : The statement `readonly` is not supported")]
    public void A_mistake_in_the_text_is_a_message_at_its_place(string template, string expected) =>
        Template.Parse(template, "t").Messages[0].ToString().ShouldStartWith(expected);

    [Test]
    public void All_mistakes_are_reported_at_once() =>
        Template
            .Parse("{{ 1 + }}\n{{ * }}\n{{ if ) }}{{ end }}", "t")
            .Messages.Select(m => m.Span.Start.Line)
            .ShouldBe([0, 1, 2]);

    [TestCase("{{ x[0] }}", "t(1,4) : error : Object `x` is null. Cannot access indexer: x[0]")]
    [TestCase("{{ x.y }}", "t(1,4) : error : Cannot get the member x.y for a null object.")]
    [TestCase("{{ f 1 }}", "t(1,4) : error : The function `f` was not found")]
    [TestCase("{{ 1 2 }}", "t(1,4) : error : Invalid target function `1` (int)")]
    [TestCase("{{ a = 1; 2 | a }}", "t(1,15) : error : Pipe expression destination `a` is not a valid function")]
    [TestCase("{{ 'x' % 2 }}", "t(1,8) : error : Operator `%` is not supported on string objects")]
    [TestCase("{{ 1 / 0 }}", "t(1,6) : error : Division by zero")]
    [TestCase("{{ date.now }}", "t(1,4) : error : The built-in `date` functions are not supported")]
    [TestCase("{{ include 'x' }}", "t(1,4) : error : Unable to include <x>. No TemplateLoader registered")]
    [TestCase("{{ f(x) = x; f() }}", "t(1,14) : error : Invalid number of arguments `0` passed to `f`")]
    public void A_render_that_cannot_go_on_says_where(string template, string expected) =>
        Templates.Error(template).ShouldStartWith(expected);

    [Test]
    public void A_misspelt_name_is_an_error_with_strict_variables() =>
        Templates
            .Error("a\n  {{ nmae }}", new TemplateContext { StrictVariables = true })
            .ShouldBe("t(2,6) : error : The variable or function `nmae` was not found");

    [Test]
    public void A_misspelt_member_is_an_error_without_relaxed_access() =>
        Templates
            .Error("{{ o = {a: 1}; o.b }}", new TemplateContext { EnableRelaxedMemberAccess = false })
            .ShouldBe("t(1,16) : error : Cannot get the member o.b: this object has no member `b`.");

    [Test]
    public void A_mistake_in_an_included_template_names_that_template()
    {
        var context = new TemplateContext
        {
            TemplateLoader = new MemoryLoader(new() { ["bad"] = "\n{{ 1 + }}", ["late"] = "\n{{ 1 / 0 }}" }),
        };
        Templates.Error("{{ include 'bad' }}", context).ShouldContain("bad(2,8) : error");
        Templates.Error("{{ include 'late' }}", context).ShouldBe("late(2,6) : error : Division by zero");
        Templates.Error("{{ include 'none' }}", context).ShouldBe("t(1,4) : error : There is no template `none`");
    }

    [Test]
    public void A_template_is_given_no_other_objects()
    {
        var problem = Should.Throw<ArgumentException>(() => new ScriptObject { ["x"] = new object() });
        problem.Message.ShouldContain("System.Object");
        Should.Throw<ArgumentException>(() => new ScriptArray { DateTime.UnixEpoch });
    }

    [Test]
    public void A_template_with_errors_cannot_be_rendered() =>
        Should.Throw<InvalidOperationException>(() => Template.Parse("{{ 1 + }}").Render());

    [Test]
    public void Liquid_is_refused_by_name() =>
        Should.Throw<NotSupportedException>(() => Template.ParseLiquid("{% if %}")).Message.ShouldContain("Liquid");
}
