using BenchmarkDotNet.Attributes;
using Scriban;
using Scriban.Runtime;

namespace Featuresmith.Benchmarks.Scriban;

/// <summary>Parsing and rendering: our templates, 1 MB of code and 1 MB of plain text.</summary>
[MemoryDiagnoser]
public class ScribanBenchmarks
{
    internal const int Megabyte = 1_000_000;

    private readonly string[] ours = ScribanTexts.Ours().Texts;
    private readonly string code = ScribanTexts.Code(Megabyte);
    private readonly string plain = ScribanTexts.Plain(Megabyte);
    private readonly Template parsedCode = Template.Parse(ScribanTexts.Code(Megabyte));
    private readonly Template parsedPlain = Template.Parse(ScribanTexts.Plain(Megabyte));

    [Benchmark]
    public int ParseOurs() => ours.Count(text => Template.Parse(text).HasErrors);

    [Benchmark]
    public bool ParseCode() => Template.Parse(code).HasErrors;

    [Benchmark]
    public bool ParsePlain() => Template.Parse(plain).HasErrors;

    [Benchmark]
    public string RenderCode() => Render(parsedCode);

    [Benchmark]
    public string RenderPlain() => Render(parsedPlain);

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
