using NUnit.Framework;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using Shouldly;

namespace Featuresmith.Tests.Scriban;

/// <summary>
/// Every <c>tests/golden/scriban/&lt;topic&gt;/&lt;case&gt;.txt</c> is a template; <c>.out.txt</c> beside it is what it prints,
/// or <c>.err.txt</c> the errors that it ends with. Includes come from the folder <c>includes</c>.
/// </summary>
[TestFixture]
internal sealed class ConformanceTests
{
    private static readonly string Root = FindRoot();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Featuresmith.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.ShouldNotBeNull().FullName, "tests", "golden", "scriban");
    }

    private static IEnumerable<string> Files(string pattern) =>
        Directory
            .EnumerateFiles(Root, pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("includes/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static bool IsExpectation(string file) =>
        file.EndsWith(".out.txt", StringComparison.Ordinal) || file.EndsWith(".err.txt", StringComparison.Ordinal);

    private static IEnumerable<string> Cases() => Files("*.txt").Where(file => !IsExpectation(file));

    /// <summary>All templates of the suite, for others to mutate.</summary>
    public static IEnumerable<string> Templates() => Cases().Select(file => File.ReadAllText(Path.Combine(Root, file)));

    [TestCaseSource(nameof(Cases))]
    public void A_template_gives_what_stands_beside_it(string file)
    {
        var stem = Path.Combine(Root, file[..^".txt".Length]);
        var expectsError = File.Exists(stem + ".err.txt");
        var expected = File.ReadAllText(stem + (expectsError ? ".err.txt" : ".out.txt"));
        var (text, failed) = Run(File.ReadAllText(stem + ".txt"));
        text.ShouldBe(expected);
        failed.ShouldBe(expectsError);
    }

    [Test]
    public void No_expectation_is_without_its_template() =>
        Files("*.txt")
            .Where(IsExpectation)
            .Where(file => !File.Exists(Path.Combine(Root, file[..^8] + ".txt")))
            .ShouldBeEmpty();

    [Test]
    public void No_template_has_two_expectations_or_none() =>
        Cases()
            .Where(file =>
                File.Exists(Path.Combine(Root, file[..^4] + ".out.txt"))
                == File.Exists(Path.Combine(Root, file[..^4] + ".err.txt"))
            )
            .ShouldBeEmpty();

    [Test]
    public void There_are_at_least_250_cases() => Cases().Count().ShouldBeGreaterThanOrEqualTo(250);

    private static (string Text, bool Failed) Run(string text)
    {
        var template = Template.Parse(text, "t");
        if (template.HasErrors)
        {
            return ($"{template.Messages}", true);
        }

        try
        {
            return (template.Render(new TemplateContext { TemplateLoader = new IncludesLoader() }), false);
        }
        catch (ScriptRuntimeException problem)
        {
            return (problem.Message, true);
        }
    }

    private sealed class IncludesLoader : ITemplateLoader
    {
        public string? GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) =>
            File.Exists(Path.Combine(Root, "includes", templateName)) ? templateName : null;

        public string? Load(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
            File.ReadAllText(Path.Combine(Root, "includes", templatePath));
    }
}
