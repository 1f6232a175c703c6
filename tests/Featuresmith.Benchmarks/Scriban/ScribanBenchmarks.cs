using BenchmarkDotNet.Attributes;
using Scriban;
using Scriban.Runtime;

namespace Featuresmith.Benchmarks.Scriban;

/// <summary>Parsing and rendering: our templates, 1 MB of code and 1 MB of plain text.</summary>
[MemoryDiagnoser]
public class ScribanBenchmarks
{
    internal const int Megabyte = 1_000_000;

    private static readonly string[] Ours = ScribanTexts.Ours().Texts;
    private static readonly string Code = ScribanTexts.Code(Megabyte);
    private static readonly string Plain = ScribanTexts.Plain(Megabyte);
    private static readonly Template ParsedCode = Template.Parse(Code);
    private static readonly Template ParsedPlain = Template.Parse(Plain);

    [Benchmark]
    public int ParseOurs() => Ours.Count(text => Template.Parse(text).HasErrors);

    [Benchmark]
    public bool ParseCode() => Template.Parse(Code).HasErrors;

    [Benchmark]
    public bool ParsePlain() => Template.Parse(Plain).HasErrors;

    [Benchmark]
    public string RenderCode() => Render(ParsedCode);

    [Benchmark]
    public string RenderPlain() => Render(ParsedPlain);

    /// <summary>Renders with the variables of <see cref="ScribanTexts.Code"/> and without limits on size.</summary>
    internal static string Render(Template template)
    {
        var context = new TemplateContext { LimitToString = 0, StepLimit = 0 };
        context.PushGlobal(
            new ScriptObject
            {
                ["option"] = new ScriptObject
                {
                    ["name"] = "moby",
                    ["description"] = "Install the OSS build of the engine",
                    ["enabled"] = true,
                    ["size"] = 5,
                    ["values"] = new ScriptArray(["latest", "28", "27"]),
                },
            }
        );
        return template.Render(context);
    }
}
