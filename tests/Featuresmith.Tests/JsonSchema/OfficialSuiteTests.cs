using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.JsonSchema;

public sealed class OfficialSuiteTests
{
    // As many as the suite had when it was last looked at; fewer would mean that something is passed over.
    [TestCase("draft7", 900)]
    [TestCase("draft2019-09", 1200)]
    [TestCase("draft2020-12", 1200)]
    public void Every_required_test_passes(string draft, int atLeast)
    {
        var results = new OfficialSuite(draft).Run("", requireFormats: false).ToList();

        results.Count.ShouldBeGreaterThanOrEqualTo(atLeast);
        results.Where(result => result.Problem is not null).ShouldBeEmpty();
    }

    [Test]
    public void The_table_of_optional_tests_says_which_do_not_pass()
    {
        var lines = new List<string>();
        foreach (var draft in OfficialSuite.Dialects.Keys)
        {
            var suite = new OfficialSuite(draft);
            foreach (var folder in new[] { "optional", "optional/format" })
            {
                var isFormat = folder.EndsWith("format", StringComparison.Ordinal);
                lines.AddRange(OptionalTable.Summarise(suite.Run(folder, requireFormats: isFormat)));
            }
        }

        OptionalTable.Compare(lines);
    }
}
