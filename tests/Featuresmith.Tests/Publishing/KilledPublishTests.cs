using Featuresmith.Packaging;
using Featuresmith.Publishing;
using Featuresmith.Publishing.Http;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Publishing;

/// <summary>A publish that ends at each of its requests in turn, as a killed process or a network that goes away makes it.</summary>
public class KilledPublishTests
{
    private const string Legacy = "\"legacyIds\":[\"hi\"],";

    private static readonly FeatureArtifact[] First =
    [
        Artifacts.Feature("hello", "1.0.0", Legacy),
        Artifacts.Feature("b", "2.0.0"),
    ];
    private static readonly FeatureArtifact[] Second =
    [
        Artifacts.Feature("hello", "1.1.0", Legacy, "echo more"),
        Artifacts.Feature("b", "2.0.0"),
    ];

    [Test]
    public async Task A_rerun_completes_it_and_no_floating_tag_ever_lacks_its_exact_one([Values] bool isUpgrade)
    {
        var (wanted, requests) = await WholeAsync(isUpgrade);
        requests.ShouldBeGreaterThan(10);
        for (var step = 0; step < requests; step++)
        {
            await using var registry = await FaultRegistry.StartAsync();
            if (isUpgrade)
            {
                await PublishAsync(registry, First);
            }

            var left = step;
            var unanchored = new List<string>();
            registry.Fault = context =>
            {
                unanchored.AddRange(registry.Memory.Unanchored());
                var isDead = Interlocked.Decrement(ref left) < 0;
                if (isDead)
                {
                    context.Abort();
                }

                return Task.FromResult(isDead);
            };
            (await PublishAsync(registry, isUpgrade ? Second : First)).Fails.ShouldBeTrue($"at request {step}");
            unanchored.AddRange(registry.Memory.Unanchored());
            unanchored.ShouldBeEmpty($"at request {step}");

            registry.Fault = _ => Task.FromResult(false);
            (await PublishAsync(registry, isUpgrade ? Second : First)).Fails.ShouldBeFalse($"at request {step}");
            registry.Memory.Describe().ShouldBe(wanted, $"at request {step}");
        }
    }

    [Test]
    public async Task An_interrupt_leaves_no_Feature_with_some_of_its_tags_moved()
    {
        await using var registry = await FaultRegistry.StartAsync();
        await PublishAsync(registry, First);
        using var interrupt = new CancellationTokenSource();
        registry.Fault = context =>
        {
            // The first tag that moves is the moment to press Ctrl-C.
            if (
                context.Request.Method == "PUT"
                && context.Request.Path.Value!.EndsWith("/1.1", StringComparison.Ordinal)
            )
            {
                interrupt.Cancel();
            }

            return Task.FromResult(false);
        };
        using var client = registry.Open(new RegistryOptions());
        var publisher = new FeaturePublisher(client, "owner/features") { Jobs = 1 };
        var plans = await publisher.PlanAsync(Second, default);
        await Should.ThrowAsync<OperationCanceledException>(() =>
            publisher.PublishAsync(plans, new Silence(), interrupt.Token)
        );
        var tags = registry
            .Memory.Tags.Where(tag => tag.Key.Repository == "owner/features/hello")
            .ToDictionary(tag => tag.Key.Tag, tag => tag.Value);
        new[] { "1.1", "1", "latest" }.ShouldAllBe(tag => tags[tag] == tags["1.1.0"]);
    }

    [Test]
    public async Task Of_two_versions_published_at_once_the_newer_one_has_the_floating_tags_whoever_comes_last()
    {
        await using var registry = await FaultRegistry.StartAsync();
        await PublishAsync(registry, First);
        var isHeld = 1;
        registry.Fault = async context =>
        {
            // As the older one gives itself its last tag, the newer one is published from beginning to end.
            if (
                context.Request.Method == "PUT"
                && context.Request.Path.Value == "/v2/owner/features/hello/manifests/latest"
                && Interlocked.Exchange(ref isHeld, 0) == 1
            )
            {
                (await PublishAsync(registry, [Artifacts.Feature("hello", "1.2.0", Legacy)])).Fails.ShouldBeFalse();
            }

            return false;
        };
        (await PublishAsync(registry, Second)).Fails.ShouldBeFalse();
        var tags = registry.Memory.Tags;
        foreach (var tag in new[] { "1", "latest" })
        {
            tags[("owner/features/hello", tag)].ShouldBe(tags[("owner/features/hello", "1.2.0")], tag);
        }

        tags[("owner/features/hello", "1.1")].ShouldBe(tags[("owner/features/hello", "1.1.0")]);
    }

    [Test]
    public async Task The_same_published_twice_at_once_comes_to_the_same()
    {
        var (wanted, _) = await WholeAsync(isUpgrade: false);
        await using var registry = await FaultRegistry.StartAsync();
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => PublishAsync(registry, First)))
        );
        outcomes.ShouldAllBe(outcome => !outcome.Fails);
        registry.Memory.Describe().ShouldBe(wanted);
    }

    private static async Task<(string State, int Requests)> WholeAsync(bool isUpgrade)
    {
        await using var registry = await FaultRegistry.StartAsync();
        if (isUpgrade)
        {
            await PublishAsync(registry, First);
            registry.Forget();
        }

        (await PublishAsync(registry, isUpgrade ? Second : First)).Fails.ShouldBeFalse();
        return (registry.Memory.Describe(), registry.Seen.Count);
    }

    private static async Task<PublishOutcome> PublishAsync(FaultRegistry registry, FeatureArtifact[] features)
    {
        using var client = registry.Open(new RegistryOptions { Retry = new RetryPolicy { Attempts = 1 } });
        var publisher = new FeaturePublisher(client, "owner/features") { Jobs = 1 };
        return await publisher.PublishAsync(await publisher.PlanAsync(features, default), new Silence(), default);
    }
}
