using NUnit.Framework;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Shouldly;

namespace Featuresmith.Tests.Scriban;

/// <summary>An output that wants to know is told which template line made each piece of the render.</summary>
[TestFixture]
internal sealed class SourceOutputTests
{
    private sealed class Recorder : IScriptSourceOutput
    {
        public List<string> Pieces { get; } = [];

        public void Write(string text, int offset, int count) =>
            throw new InvalidOperationException("The piece came without its place");

        public void Write(SourceSpan span, string text, int offset, int count) =>
            Pieces.Add($"{span.ToStringSimple()} {text.Substring(offset, count)}");
    }

    private static List<string> Record(string text, Dictionary<string, string> includes)
    {
        var recorder = new Recorder();
        var context = new TemplateContext { TemplateLoader = new MemoryLoader(includes) };
        context.PushOutput(recorder);
        Template.Parse(text, "t").Render(context);
        context.PopOutput().ShouldBeSameAs(recorder);
        return recorder.Pieces;
    }

    [Test]
    public void Text_comes_line_by_line_with_its_own_place() =>
        Record("a\nb {{ 1 }}c\n", []).ShouldBe(["t(1,1) a\n", "t(2,1) b ", "t(2,6) 1", "t(2,10) c\n"]);

    [Test]
    public void A_value_of_many_lines_comes_from_its_expression() =>
        Record("x\n{{ 'p\\nq' }}", []).ShouldBe(["t(1,1) x\n", "t(2,4) p\n", "t(2,4) q"]);

    [Test]
    public void An_include_comes_from_the_included_template_and_its_indent_too() =>
        Record("x\n  {{ include 'i' }}", new() { ["i"] = "1\n2{{ 3 }}" })
            .ShouldBe(["t(1,1) x\n", "t(2,1)   ", "i(1,1) 1\n", "i(2,1)   ", "i(2,1) 2", "i(2,5) 3"]);
}
