using System.Text;

namespace Featuresmith.Benchmarks.Scriban;

/// <summary>The templates that are measured.</summary>
internal static class ScribanTexts
{
    private const string Piece = """
        # {{ option.name }}: {{ option.description | string.downcase }}
        {{~ if option.enabled && option.size > 3 ~}}
        install_{{ option.name }}() {
            echo "{{ option.name + '-' + option.size }}"
            {{~ for value in option.values ~}}
            check "{{ value }}" {{ for.last ? '' : '\\' }}
            {{~ end ~}}
        }
        {{~ end ~}}

        """;

    /// <summary>A template with code in every line, as scripts have it.</summary>
    public static string Code(int length) => Repeat(Piece, length);

    /// <summary>Text without code.</summary>
    public static string Plain(int length) => Repeat("The quick brown fox jumps over the lazy dog. }} { %\n", length);

    /// <summary>The product's templates, or, in a checkout without them, the conformance suite.</summary>
    public static (string Name, string[] Texts) Ours()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Featuresmith.slnx")))
        {
            root = root.Parent;
        }

        var top = root?.FullName ?? throw new DirectoryNotFoundException("Featuresmith.slnx is in no folder above");
        var templates = Path.Combine(top, "templates");
        var files = Directory.Exists(templates)
            ? Directory.GetFiles(templates, "*.sbn", SearchOption.AllDirectories)
            : [];
        return files.Length > 0
            ? ("templates/**/*.sbn", [.. files.Select(File.ReadAllText)])
            : ("conformance suite", [.. Conformance(top).Select(File.ReadAllText)]);
    }

    private static IEnumerable<string> Conformance(string top) =>
        Directory
            .EnumerateFiles(Path.Combine(top, "tests", "golden", "scriban"), "*.txt", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".out.txt", StringComparison.Ordinal))
            .Where(file => !file.EndsWith(".err.txt", StringComparison.Ordinal));

    private static string Repeat(string piece, int length)
    {
        var text = new StringBuilder(length + piece.Length);
        while (text.Length < length)
        {
            text.Append(piece);
        }

        return text.ToString();
    }
}
