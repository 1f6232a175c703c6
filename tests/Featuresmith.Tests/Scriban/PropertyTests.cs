using System.Diagnostics;
using System.Text;
using NUnit.Framework;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using Shouldly;

namespace Featuresmith.Tests.Scriban;

/// <summary>
/// Whatever the text, it renders or ends with an error that has a place inside it. A seed is printed; set
/// SCRIBAN_SEED to run the same texts again.
/// </summary>
[TestFixture]
internal sealed class PropertyTests
{
    private const int Texts = 10_000;

    // Far above what any of them needs: it tells a hang from a slow machine, and nothing else.
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(30);

    private static readonly string[] Pieces =
    [
        .. "{{|}}|{{-|-}}|{{~|~}}|{%{|}%}|\n| |;|#|##|if |else |end|for |in |while |case |when |capture |with |func |ret |do ".Split(
            '|'
        ),
        .. "break;continue;x;y;$;$0;$x;this;empty;true;null;f;array.each ;string.upcase;math.round;object.eval ;include ".Split(
            ';'
        ),
        .. "1 2 1.5 0x1f 1..9 'a' \"b\" `c` $\"{ } ( ) [ ] { : , . ?. ? ?? ?! @ ^ ! = += ++ -- + - * / // % << >> == != < && || | .. ..< ...".Split(
            ' '
        ),
    ];

    private static readonly string[] Values =
        "null;true;0;1;(-1);2;2147483647;(-2147483648);9223372036854775807;1e30;1.5;0.5m;79228162514264337593543950335m;(1.0 / 3);(1e300 * 1e300);'';'a';'abc def';'%';'{0}';'(a';'[1, 2]';'\\n';[];[1, 'a', null];[[1], [2]];[{}, 1];{};{a: 1};(1..5);@string.size;@array.size;@f;empty;string".Split(
            ';'
        );

    [Test]
    public void Ten_thousand_random_and_mutated_templates_render_or_end_with_a_place()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("SCRIBAN_SEED"), out var given)
            ? given
            : Environment.TickCount;
        TestContext.Out.WriteLine($"SCRIBAN_SEED={seed}");
        var random = new Random(seed);
        var generator = new TemplateGenerator(random);
        var corpus = ConformanceTests.Templates().ToArray();
        var (rendered, refused, stopped) = (0, 0, 0);
        for (var i = 0; i < Texts; i++)
        {
            var text = (i % 4) switch
            {
                0 => RandomCharacters(random),
                1 => RandomPieces(random),
                2 => generator.Next(),
                _ => Mutated(random, corpus[random.Next(corpus.Length)]),
            };
            switch (Check(text))
            {
                case true:
                    rendered++;
                    break;
                case false:
                    refused++;
                    break;
                default:
                    stopped++;
                    break;
            }
        }

        TestContext.Out.WriteLine($"{rendered} rendered, {refused} did not parse, {stopped} ended while rendering");
        rendered.ShouldBeGreaterThan(Texts / 10);
        refused.ShouldBeGreaterThan(Texts / 20);
        stopped.ShouldBeGreaterThan(Texts / 20);
    }

    [Test]
    public void Every_built_in_function_takes_any_arguments()
    {
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var functions = TemplateContext
            .GetDefaultBuiltinObject()
            .Where(entry => entry.Value is ScriptObject)
            .SelectMany(entry => ((ScriptObject)entry.Value!).Keys.Select(name => $"{entry.Key}.{name}"))
            .ToArray();
        functions.Length.ShouldBeGreaterThan(90);
        var rendered = 0;
        for (var i = 0; i < Texts; i++)
        {
            var values = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Values[random.Next(Values.Length)]);
            var text = $"{{{{ {functions[i % functions.Length]} {string.Join(' ', values)} }}}}";
            rendered += Check(text) == true ? 1 : 0;
        }

        TestContext.Out.WriteLine($"{rendered} of {Texts} rendered");
        rendered.ShouldBeGreaterThan(Texts / 10);
    }

    // True: rendered; false: did not parse; null: ended while rendering.
    private static bool? Check(string text)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            var template = Template.Parse(text, "t");
            foreach (var message in template.Messages)
            {
                ShouldBeInside(message.Span, text);
            }

            if (template.HasErrors)
            {
                return false;
            }

            var context = new TemplateContext { RegexTimeOut = TimeSpan.FromSeconds(1), StepLimit = 50_000 };
            template.Render(context);
            return true;
        }
        catch (ScriptRuntimeException problem)
        {
            // What object.eval reads is a text of its own.
            if (problem.Span.FileName == "t")
            {
                ShouldBeInside(problem.Span, text);
            }

            return null;
        }
        catch (Exception problem) when (problem is not ShouldAssertException)
        {
            throw new AssertionException($"{problem}\nfor the template:\n{text}");
        }
        finally
        {
            Stopwatch.GetElapsedTime(start).ShouldBeLessThan(Hang, text);
        }
    }

    private static void ShouldBeInside(SourceSpan span, string text)
    {
        var lines = text.Split('\n');
        foreach (var position in (TextPosition[])[span.Start, span.End])
        {
            position.Offset.ShouldBeInRange(0, text.Length, text);
            position.Line.ShouldBeInRange(0, lines.Length - 1, text);
            position.Column.ShouldBeInRange(0, lines[position.Line].Length + 1, text);
        }

        span.End.Offset.ShouldBeGreaterThanOrEqualTo(span.Start.Offset, text);
    }

    private static string RandomCharacters(Random random)
    {
        var text = new StringBuilder("{{");
        for (var i = random.Next(60); i > 0; i--)
        {
            text.Append(random.Next(10) == 0 ? (char)random.Next(0xffff) : (char)random.Next(9, 127));
        }

        return text.ToString();
    }

    private static string RandomPieces(Random random)
    {
        var text = new StringBuilder("{{ ");
        for (var i = random.Next(1, 12); i > 0; i--)
        {
            text.Append(Pieces[random.Next(Pieces.Length)]).Append(random.Next(3) == 0 ? "" : " ");
        }

        return text.Append(random.Next(4) == 0 ? "" : " }}").ToString();
    }

    private static string Mutated(Random random, string text)
    {
        var mutated = new StringBuilder(text);
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = random.Next(mutated.Length + 1);
            if (random.Next(2) == 0 && at < mutated.Length)
            {
                mutated.Remove(at, Math.Min(random.Next(1, 4), mutated.Length - at));
            }
            else
            {
                mutated.Insert(at, Pieces[random.Next(Pieces.Length)]);
            }
        }

        return mutated.ToString();
    }
}
