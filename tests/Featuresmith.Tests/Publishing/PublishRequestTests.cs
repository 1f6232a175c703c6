using Featuresmith.Packaging;
using Featuresmith.Publishing;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Publishing;

/// <summary>What is asked of a registry, and how often: over a network that is what publishing costs.</summary>
public class PublishRequestTests
{
    private static readonly FeatureArtifact[] Collection =
    [
        .. Enumerable.Range(0, 20).Select(number => Artifacts.Feature($"f{number}", "1.2.3")),
    ];

    private FaultRegistry registry = null!;

    [SetUp]
    public async Task StartAsync() => registry = await FaultRegistry.StartAsync();

    [TearDown]
    public async Task StopAsync() => await registry.DisposeAsync();

    [Test]
    public async Task A_new_Feature_takes_eight_requests_of_which_the_small_blob_takes_one()
    {
        await PublishAsync(Collection[..2]);
        registry
            .Seen.Where(request => request.Path.StartsWith("/v2/owner/features/f1/", StringComparison.Ordinal))
            .Select(request => $"{request.Method} {request.Path["/v2/owner/features/f1/".Length..].Split('/')[0]}")
            .ShouldBe([
                "GET tags",
                "POST blobs",
                "POST blobs",
                "PUT blobs",
                "PUT manifests",
                "PUT manifests",
                "PUT manifests",
                "PUT manifests",
            ]);
    }

    [Test]
    public async Task An_unchanged_collection_takes_one_question_a_Feature_and_one_for_itself()
    {
        await PublishAsync(Collection);
        registry.Forget();
        var outcome = await PublishAsync(Collection);
        outcome.Features.ShouldAllBe(feature => !feature.Pushed.Any());
        // The first Feature is asked for its tags too, because nobody knows yet whether there are any.
        registry.Seen.Count.ShouldBe(Collection.Length + 2);
        registry.Seen.ShouldAllBe(request => request.Method == "HEAD" || request.Path.EndsWith("/tags/list"));
    }

    [Test]
    public async Task A_Feature_that_differs_is_seen_among_those_that_do_not()
    {
        await PublishAsync(Collection);
        FeatureArtifact[] next =
        [
            .. Collection[..10],
            Artifacts.Feature("f10", "1.2.3", script: "echo other"),
            Artifacts.Feature("f11", "1.2.4", script: "echo other"),
            .. Collection[12..],
        ];
        var outcome = await PublishAsync(next);
        outcome.Features[10].Failure.ShouldNotBeNull().ShouldContain("install.sh changed");
        outcome.Features[11].Pushed.Single().Moves.Count.ShouldBe(4);
        outcome.Features.Count(feature => feature.Failure is null && !feature.Pushed.Any()).ShouldBe(18);
    }

    [Test]
    public async Task A_tag_that_somebody_removed_comes_back_where_every_tag_is_asked_for()
    {
        await PublishAsync(Collection);
        var wanted = registry.Memory.Describe();
        registry.Memory.Tags.TryRemove(("owner/features/f7", "1.2"), out _).ShouldBeTrue();
        registry.Memory.Tags[("owner/features/f8", "1")] = "sha256:" + new string('0', 64);
        await PublishAsync(Collection, asksForEveryTag: true);
        registry.Memory.Describe().ShouldBe(wanted);
    }

    private async Task<PublishOutcome> PublishAsync(FeatureArtifact[] features, bool asksForEveryTag = false)
    {
        using var client = registry.Open(new RegistryOptions());
        var publisher = new FeaturePublisher(client, "owner/features") { Jobs = 1, AsksForEveryTag = asksForEveryTag };
        return await publisher.PublishAsync(await publisher.PlanAsync(features, default), new Silence(), default);
    }
}
