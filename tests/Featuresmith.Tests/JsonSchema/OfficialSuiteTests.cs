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
}
