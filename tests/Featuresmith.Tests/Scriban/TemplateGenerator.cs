using System.Text;

namespace Featuresmith.Tests.Scriban;

/// <summary>Makes templates that follow the grammar, so that most of them parse and many render.</summary>
internal sealed class TemplateGenerator(Random random)
{
    private static readonly string[] Atoms =
        "1 2.5 'a' \"b\" null true x y $z $0 [1,2,3] {a:1} 1..4 this.x x[0] o.a o?.b $\"<{x}>\" for.index (x) @f empty".Split(
            ' '
        );

    private static readonly string[] Operators = "+ - * / // % << >> == != < <= > >= && || ?? ?! ..".Split(' ');

    private static readonly string[] Pipes =
    [
        "string.upcase",
        "string.size",
        "array.size",
        "array.sort",
        "array.join ','",
        "object.typeof",
        "object.to_json",
        "math.abs",
        "f",
        "f 2",
        "array.each @f",
    ];

    public string Next()
    {
        var text = new StringBuilder("{{ x = 1; y = 'b'; o = {a: [1, 'c']}; f = do; ret $0; end }}");
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            AppendStatement(text, 3);
        }

        return text.ToString();
    }

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];

    private string Expression(int depth) =>
        depth == 0
            ? Pick(Atoms)
            : random.Next(7) switch
            {
                0 => $"{Expression(depth - 1)} {Pick(Operators)} {Expression(depth - 1)}",
                1 => $"({Expression(depth - 1)} {Pick(Operators)} {Expression(depth - 1)})",
                2 => $"({Expression(depth - 1)} | {Pick(Pipes)})",
                3 => $"({Expression(depth - 1)} ? {Expression(depth - 1)} : {Expression(depth - 1)})",
                4 => $"!{Pick(Atoms)}",
                5 => $"[{Expression(depth - 1)}, {Expression(depth - 1)}]",
                _ => Pick(Atoms),
            };

    private void AppendStatement(StringBuilder text, int depth)
    {
        if (depth == 0 || random.Next(3) == 0)
        {
            text.Append(random.Next(3) == 0 ? "text\n  " : $"{{{{ {Expression(2)} }}}}");
            return;
        }

        var (open, middle) = random.Next(8) switch
        {
            0 => ($"if {Expression(2)}", "else"),
            1 => ($"for x in {Expression(1)} limit: 3", "else"),
            2 => ("n = 0; while n < 3; n = n + 1", null),
            3 => ($"case {Expression(1)}; when {Expression(0)}, {Expression(0)}", "else"),
            4 => ("capture y", null),
            5 => ("with o", null),
            6 => ("func f(p, q = 2)", null),
            _ => ($"x = {Expression(2)}; if true", "else if false"),
        };
        var strip = random.Next(3) == 0 ? "~" : "";
        text.Append("{{").Append(strip).Append(' ').Append(open).Append(' ').Append(strip).Append("}}");
        AppendStatement(text, depth - 1);
        if (middle is not null && random.Next(2) == 0)
        {
            text.Append("{{ ").Append(middle).Append(" }}");
            AppendStatement(text, depth - 1);
        }

        text.Append("{{ end }}");
    }
}
