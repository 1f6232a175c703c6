using Featuresmith.Diagnostics;
using Featuresmith.Validation;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Validation;

public class ReadmeRuleTableTests
{
    private const string Begin = "<!-- rules: written from RuleCatalog; a test compares them -->\n";
    private const string End = "<!-- /rules -->";

    [Test]
    public void The_rule_table_of_the_README_is_the_catalogue()
    {
        var readme = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "README.md"));
        var start = readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var table = readme[start..readme.IndexOf(End, StringComparison.Ordinal)];
        var rows = RuleCatalog.All.Select(Row);
        table.ShouldBe($"\n| rule | name | severity |\n| --- | --- | --- |\n{string.Concat(rows)}\n");
    }

    private static string Row(RuleInfo rule) =>
        $"| {rule.Id} | {rule.Name} | {rule.DefaultSeverity.ToString().ToLowerInvariant()} |\n";
}
