namespace Featuresmith.Smoke;

/// <summary>Deals the cases of a plan out to several machines so that all end at about the same time.</summary>
public static class SmokeShards
{
    /// <summary>What a case is taken to last of which nobody knows better, in seconds.</summary>
    private const double UnknownSeconds = 40;

    /// <summary>The longest case goes first, each to the machine that has the least to do so far.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="count">How many machines, from 1.</param>
    /// <param name="seconds">How long cases took before, by name.</param>
    /// <returns>The shards that got a case, each with its cases in the order of the plan.</returns>
    public static IReadOnlyList<SmokeShard> Deal(
        IReadOnlyList<SmokeCase> cases,
        int count,
        IReadOnlyDictionary<string, double> seconds
    )
    {
        double Expected(SmokeCase smokeCase) => seconds.GetValueOrDefault(smokeCase.Name, UnknownSeconds);

        var shards = Enumerable.Range(0, Math.Max(1, count)).Select(_ => new List<SmokeCase>()).ToList();
        foreach (var smokeCase in cases.OrderByDescending(Expected).ThenBy(item => item.Name, StringComparer.Ordinal))
        {
            shards.MinBy(shard => shard.Sum(Expected))!.Add(smokeCase);
        }

        var places = cases
            .Select((smokeCase, index) => (smokeCase, index))
            .ToDictionary(pair => pair.smokeCase, pair => pair.index);
        return
        [
            .. from shard in shards
            where shard.Count > 0
            select new SmokeShard([.. shard.OrderBy(smokeCase => places[smokeCase])], shard.Sum(Expected)),
        ];
    }
}

/// <summary>What one machine runs.</summary>
/// <param name="Cases">Its cases.</param>
/// <param name="Seconds">How long they are expected to take, one after another.</param>
public sealed record SmokeShard(IReadOnlyList<SmokeCase> Cases, double Seconds);
