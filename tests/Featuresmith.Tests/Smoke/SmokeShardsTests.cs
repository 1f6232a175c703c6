using Featuresmith.Smoke;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Smoke;

public class SmokeShardsTests
{
    [Test]
    public void Long_cases_are_dealt_first_and_every_case_once()
    {
        var cases = new[] { "a", "b", "c", "d", "e" }.Select(Case).ToList();
        var seconds = new Dictionary<string, double>
        {
            ["f/a"] = 10,
            ["f/b"] = 100,
            ["f/c"] = 60,
            ["f/d"] = 50,
            ["f/e"] = 5,
        };
        var shards = SmokeShards.Deal(cases, 2, seconds);
        shards.Select(shard => string.Concat(shard.Cases.Select(item => item.Scenario))).ShouldBe(["abe", "cd"]);
        shards.Select(shard => shard.Seconds).ShouldBe([115, 110]);
    }

    [FsCheck.NUnit.Property]
    public void No_case_is_lost_or_doubled_and_no_shard_is_empty(
        FsCheck.PositiveInt count,
        FsCheck.NonNegativeInt cases
    )
    {
        var all = Enumerable.Range(0, cases.Get % 300).Select(index => Case($"{index}")).ToList();
        var shards = SmokeShards.Deal(all, count.Get, new Dictionary<string, double>());
        shards
            .SelectMany(shard => shard.Cases)
            .Select(item => item.Name)
            .Order()
            .ShouldBe(all.Select(item => item.Name).Order());
        shards.ShouldAllBe(shard => shard.Cases.Count > 0);
    }

    private static SmokeCase Case(string scenario) => new("f", scenario, "", [], $"{scenario}.sh", null);
}
