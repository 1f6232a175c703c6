using NUnit.Framework;
using Scriban;
using Scriban.Syntax;
using Shouldly;

namespace Featuresmith.Tests.Scriban;

[TestFixture]
internal sealed class LimitTests
{
    private const int Many = 100_000;

    private static IEnumerable<TestCaseData> Nested()
    {
        foreach (var piece in (string[])["(", "[", "{a:", "!", "-", "a.", "a[", "f(", "1+", "a|", "@", "x ? ", "$\"{"])
        {
            yield return new TestCaseData("{{ " + string.Concat(Enumerable.Repeat(piece, Many)));
        }

        foreach (
            var piece in (string[])
                ["if a\n", "for a in b\n", "while a\n", "do\n", "func f\n", "with a\n", "case 1\nwhen 1\n"]
        )
        {
            yield return new TestCaseData("{{ " + string.Concat(Enumerable.Repeat(piece, Many)));
        }
    }

    [TestCaseSource(nameof(Nested))]
    public void A_hundred_thousand_levels_end_with_an_error(string template)
    {
        var messages = Template.Parse(template, "t").Messages;
        messages.HasErrors.ShouldBeTrue();
        messages.Count.ShouldBeLessThanOrEqualTo(51);
    }

    [TestCase("{{ func f; f; end; f }}", "Exceeding number of recursive depth limit `100`")]
    [TestCase("{{ f(x) = f x; f 1 }}", "Exceeding number of recursive depth limit `100`")]
    [TestCase("{{ x = 'x | object.eval'; x | object.eval }}", "Exceeding number of recursive depth limit `100`")]
    [TestCase("{{ for i in 1..1001; end }}", "Range expression exceeds LoopLimit `1000`.")]
    [TestCase("{{ while true; end }}", "Exceeding number of iteration limit `1000`")]
    [TestCase("{{ for i in 1..100; for j in 1..100; end; end }}", "Exceeding number of iteration limit `1000`")]
    [TestCase("{{ a = [1]; while true; a = a + a; end }}", "more than StepLimit `2000000` steps")]
    [TestCase("{{ a = []; a[2000000000] = 1 }}", "more than StepLimit `2000000` steps")]
    [TestCase("{{ a = 'x'; while true; a = a + a; end }}", "The text is longer than LimitToString `1048576`")]
    [TestCase("{{ 'x' * 2000000000 }}", "The text is longer than LimitToString `1048576`")]
    [TestCase("{{ s = 'x' * 1000000; s; s }}", "The output is longer than LimitToString `1048576`")]
    [TestCase("{{ a = []; a[0] = a; a }}", "Structure is too deeply nested or contains reference loops.")]
    [TestCase("{{ a = []; a[0] = a; b = []; b[0] = b; a == b }}", "nests too deeply")]
    [TestCase("{{ x = 9; while true; x = x * x; end }}", "The integer needs more than 4096 bits")]
    [TestCase("{{ func f(n); if n > 0; f(n - 1); f(n - 1); end; end; f(90) }}", "more than StepLimit `2000000` steps")]
    public void A_hostile_template_ends_with_an_error_at_its_place(string template, string expected)
    {
        var message = Templates.Error(template);
        message.ShouldMatch("^t(:eval)*\\(1,");
        message.ShouldContain(expected);
    }

    [Test]
    public void Regular_expressions_share_one_time_limit()
    {
        var context = new TemplateContext { RegexTimeOut = TimeSpan.FromMilliseconds(50) };
        Templates
            .Error("{{ s = 'a' * 40 + 'b'; for i in 1..1000; s | regex.match `^(a+)+$`; end }}", context)
            .ShouldBe("t(1,42) : error : The regular expressions took longer than RegexTimeOut `00:00:00.0500000`");
    }

    [Test]
    public void Deep_functions_of_deep_expressions_end_with_an_error_on_a_small_stack()
    {
        var deep = string.Concat(Enumerable.Repeat("(", 100)) + "f" + new string(')', 100);
        var template = Template.Parse($"{{{{ func f; ret {deep}; end; f }}}}");
        template.HasErrors.ShouldBeFalse();
        ScriptRuntimeException? problem = null;
        var thread = new Thread(() => problem = Catch(template), 256 * 1024);
        thread.Start();
        thread.Join();
        problem.ShouldNotBeNull().Message.ShouldContain("nests too deeply");
    }

    private static ScriptRuntimeException? Catch(Template template)
    {
        try
        {
            template.Render();
            return null;
        }
        catch (ScriptRuntimeException problem)
        {
            return problem;
        }
    }

    [Test]
    public void An_include_of_itself_ends_with_an_error()
    {
        var context = new TemplateContext { TemplateLoader = new MemoryLoader(new() { ["a"] = "{{ include 'a' }}" }) };
        Templates.Error("{{ include 'a' }}", context).ShouldContain("recursive depth limit `100`");
    }

    [Test]
    public void A_cancelled_render_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var context = new TemplateContext { CancellationToken = source.Token };
        Should.Throw<ScriptAbortException>(() => Templates.Render("x{{ 1 }}", context));
    }

    [Test]
    public void After_an_error_the_context_can_be_used_again()
    {
        var context = new TemplateContext();
        Should.Throw<ScriptRuntimeException>(() =>
            Template
                .Parse("{{ for x in 1..2; func f(y); for z in 1..2; with {}; x / 0; end; end; end; f 1; end }}")
                .Render(context)
        );
        Template.Parse("  {{ x }}{{ 1 }}").Render(context).ShouldBe("  1");
    }
}
