using Featuresmith.Diagnostics;

namespace Featuresmith.Validation;

/// <summary>The page that lies beside a rule: what it checks, why, what is bad and what is good.</summary>
public static class RulePage
{
    private const string Prefix = "rules/";

    /// <summary>The page's Markdown.</summary>
    /// <param name="rule">A rule of <see cref="RuleCatalog.All"/>.</param>
    public static string Read(RuleInfo rule)
    {
        var assembly = typeof(RulePage).Assembly;
        var name = assembly
            .GetManifestResourceNames()
            .Single(name => name.StartsWith(Prefix + rule.Id.Value, StringComparison.Ordinal));
        using var text = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return text.ReadToEnd();
    }

    /// <summary>What a page says that its rule does, in one line.</summary>
    /// <param name="page">The page's Markdown.</param>
    public static string Summary(string page)
    {
        const string Heading = "## What it does\n\n";
        var start = page.IndexOf(Heading, StringComparison.Ordinal) + Heading.Length;
        return page[start..page.IndexOf("\n\n", start, StringComparison.Ordinal)].ReplaceLineEndings(" ");
    }
}
