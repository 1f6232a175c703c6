using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Featuresmith.Packaging;
using Featuresmith.Publishing;
using Featuresmith.Publishing.Attestations;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Publishing;

/// <summary>What is attached to a published Feature, and how a registry lists it.</summary>
public class AttestationTests
{
    private const string Repository = "owner/features/hello";

    private FaultRegistry registry = null!;
    private OciRegistry client = null!;

    [SetUp]
    public async Task StartAsync()
    {
        registry = await FaultRegistry.StartAsync();
        client = registry.Open(new RegistryOptions());
    }

    [TearDown]
    public async Task StopAsync()
    {
        client.Dispose();
        await registry.DisposeAsync();
    }

    [Test]
    public async Task A_registry_that_lists_referrers_lists_ours_and_needs_no_tag_for_them()
    {
        registry.Memory.ListsReferrers = true;
        var step = await AttachAsync();
        registry.Memory.Tags.Keys.ShouldNotContain((Repository, FallbackTag(step)));
        using var http = new HttpClient();
        var list = await http.GetStringAsync($"http://{registry.Host}/v2/{Repository}/referrers/{step.Digest}");
        JsonNode.Parse(list)!["manifests"]!
            .AsArray()
            .Select(entry => (string?)entry!["artifactType"])
            .Order()
            .ShouldBe(["application/spdx+json", "application/vnd.in-toto+json"]);
    }

    [Test]
    public async Task A_registry_that_does_not_is_given_the_list_and_doing_it_again_changes_nothing()
    {
        var step = await AttachAsync();
        var list = JsonNode.Parse(Manifest(FallbackTag(step)))!;
        ((string?)list["mediaType"]).ShouldBe(ArtifactTypes.Index);
        foreach (var entry in list["manifests"]!.AsArray())
        {
            var manifest = registry.Memory.Manifests[(Repository, (string)entry!["digest"]!)];
            ((int)entry["size"]!).ShouldBe(manifest.Length);
            var read = JsonNode.Parse(manifest)!;
            ((string?)read["artifactType"]).ShouldBe((string?)entry["artifactType"]);
            ((string?)read["subject"]!["digest"]).ShouldBe(step.Digest);
            ((int)read["subject"]!["size"]!).ShouldBe(Manifest("1.0.0").Length);
        }

        var before = registry.Memory.Describe();
        await AttachAsync();
        registry.Memory.Describe().ShouldBe(before);
    }

    [Test]
    public async Task A_registry_that_takes_none_is_told_by_name_and_the_Feature_stays_published()
    {
        var outcome = await PublishAsync();
        registry.Fault = context =>
        {
            context.Response.StatusCode = 400;
            return Task.FromResult(true);
        };
        var problems = await new AttestationPublisher(client) { Sbom = true }.PublishAsync(outcome.Features, default);
        problems.ShouldHaveSingleItem().ShouldStartWith($"nothing was attached to {Repository}: ");
        registry.Memory.Tags.Keys.ShouldContain((Repository, "latest"));
    }

    [Test]
    public async Task The_list_of_files_names_each_with_its_checksums()
    {
        var step = (await PublishAsync()).Features[0].Done[0];
        var document = JsonNode.Parse(SpdxDocument.For(step).Bytes)!;
        var script = Encoding.UTF8.GetBytes("#!/bin/sh\ntrue\n");
        var files = document["files"]!.AsArray();
        files.Select(file => (string?)file!["fileName"]).ShouldBe(["./devcontainer-feature.json", "./install.sh"]);
        files[1]!["checksums"]!
            .AsArray()
            .Select(sum => (string?)sum!["checksumValue"])
            .ShouldBe([
#pragma warning disable CA5350 // SPDX asks for it.
                Convert.ToHexStringLower(SHA1.HashData(script)),
#pragma warning restore CA5350
                Convert.ToHexStringLower(SHA256.HashData(script)),
            ]);
        var package = document["packages"]![0]!;
        ((string?)package["versionInfo"]).ShouldBe("1.0.0");
        document["relationships"]!.AsArray().Count.ShouldBe(3);
    }

    [Test]
    public async Task Provenance_names_the_commit_where_a_workflow_knows_it_and_nobody_else_otherwise()
    {
        var step = (await PublishAsync()).Features[0].Done[0];
        var local = JsonNode.Parse(SlsaProvenance.For(step, _ => null).Bytes)!;
        ((string?)local["subject"]![0]!["digest"]!["sha256"]).ShouldBe(ContentDigest.Hex(step.Digest));
        local["predicate"]!["buildDefinition"]!["resolvedDependencies"]!.AsArray().ShouldBeEmpty();
        ((string?)local["predicate"]!["runDetails"]!["builder"]!["id"]).ShouldBe("urn:featuresmith:local");

        var workflow = new Dictionary<string, string>
        {
            ["GITHUB_SERVER_URL"] = "https://git.example.test",
            ["GITHUB_REPOSITORY"] = "owner/features",
            ["GITHUB_SHA"] = "0123abcd",
            ["GITHUB_WORKFLOW_REF"] = "owner/features/.github/workflows/publish.yml@refs/heads/main",
        };
        var remote = JsonNode.Parse(SlsaProvenance.For(step, workflow.GetValueOrDefault).Bytes)!["predicate"]!;
        var source = remote["buildDefinition"]!["resolvedDependencies"]![0]!;
        ((string?)source["uri"]).ShouldBe("git+https://git.example.test/owner/features");
        ((string?)source["digest"]!["gitCommit"]).ShouldBe("0123abcd");
        ((string?)remote["runDetails"]!["builder"]!["id"]).ShouldBe(
            "https://git.example.test/owner/features/.github/workflows/publish.yml@refs/heads/main"
        );
    }

    private static string FallbackTag(RepositoryPlan step) => step.Digest.Replace(':', '-');

    private byte[] Manifest(string tag) =>
        registry.Memory.Manifests[(Repository, registry.Memory.Tags[(Repository, tag)])];

    private async Task<RepositoryPlan> AttachAsync()
    {
        var outcome = await PublishAsync();
        var attestations = new AttestationPublisher(client) { Provenance = true, Sbom = true };
        (await attestations.PublishAsync(outcome.Features, default)).ShouldBeEmpty();
        return outcome.Features[0].Done[0];
    }

    private async Task<PublishOutcome> PublishAsync()
    {
        var publisher = new FeaturePublisher(client, "owner/features");
        var plans = await publisher.PlanAsync([Artifacts.Feature("hello", "1.0.0")], default);
        return await publisher.PublishAsync(plans, new Silence(), default);
    }
}
