using Featuresmith.Packaging;
using Featuresmith.Publishing;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Publishing;

/// <summary>Publishing to an OCI image layout, which needs no server.</summary>
public class FeaturePublisherTests
{
    private const string Collection = "owner/features";

    private TemporaryFolder folder = null!;
    private OciLayout layout = null!;

    [SetUp]
    public void MakeLayout()
    {
        folder = new TemporaryFolder();
        layout = new OciLayout(Path.Combine(folder.Path, "layout"));
    }

    [TearDown]
    public void RemoveLayout() => folder.Dispose();

    [Test]
    public async Task A_new_Feature_gets_all_its_tags_and_the_collection_its_metadata()
    {
        var outcome = await PublishAsync(Artifacts.Feature("hello", "1.2.3"));
        outcome.Fails.ShouldBeFalse();
        Tags("owner/features/hello").ShouldBe(["1", "1.2", "1.2.3", "latest"]);
        Tags(Collection).ShouldBe(["latest"]);
    }

    [Test]
    public async Task Publishing_the_same_again_changes_no_byte()
    {
        await PublishAsync(Artifacts.Feature("hello", "1.2.3"));
        var before = folder.Snapshot();
        var outcome = await PublishAsync(Artifacts.Feature("hello", "1.2.3"));
        outcome.Features.Single().Pushed.ShouldBeEmpty();
        folder.Snapshot().Keys.ShouldBe(before.Keys);
        folder.Snapshot().ShouldBe(before);
    }

    [Test]
    public async Task Changed_content_under_a_published_version_is_refused_and_others_are_published()
    {
        await PublishAsync(Artifacts.Feature("hello", "1.0.0"));
        var before = await layout.DigestAsync("owner/features/hello", "1.0.0", default);
        var outcome = await PublishAsync(
            Artifacts.Feature("hello", "1.0.0", script: "false"),
            Artifacts.Feature("other", "1.0.0")
        );
        outcome.Features[0].Failure.ShouldNotBeNull().ShouldContain("install.sh changed");
        outcome.Features[0].Failure.ShouldNotBeNull().ShouldContain("raises it to 1.0.1");
        outcome.Features[1].Failure.ShouldBeNull();
        (await layout.DigestAsync("owner/features/hello", "1.0.0", default)).ShouldBe(before);
    }

    [Test]
    public async Task The_same_content_in_other_bytes_is_unchanged()
    {
        var ours = Artifacts.Feature("hello", "1.0.0");
        using var archive = new MemoryStream();
        using (
            var tar = new System.Formats.Tar.TarWriter(archive, System.Formats.Tar.TarEntryFormat.Pax, leaveOpen: true)
        )
        {
            foreach (
                var (name, text) in new[]
                {
                    ("install.sh", "#!/bin/sh\ntrue\n"),
                    ("devcontainer-feature.json", ours.MetadataText),
                }
            )
            {
                tar.WriteEntry(
                    new System.Formats.Tar.PaxTarEntry(System.Formats.Tar.TarEntryType.RegularFile, $"./{name}")
                    {
                        DataStream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)),
                        ModificationTime = DateTimeOffset.UnixEpoch.AddYears(33),
                    }
                );
            }
        }

        var theirs = FeatureArtifact.FromPublished("hello.json", ours.MetadataText, archive.ToArray());
        theirs.Layer.Digest.ShouldNotBe(ours.Layer.Digest);
        await PublishAsync(theirs);
        var before = await layout.DigestAsync("owner/features/hello", "latest", default);
        (await PlanAsync(ours)).Standing.ShouldBe(RepositoryStanding.Unchanged);
        await PublishAsync(ours);
        (await layout.DigestAsync("owner/features/hello", "latest", default)).ShouldBe(before);
    }

    [Test]
    public async Task A_bump_that_is_too_small_is_refused_and_can_be_let_through()
    {
        await PublishAsync(Artifacts.Feature("hello", "1.0.0"));
        var privileged = Artifacts.Feature("hello", "1.0.1", "\"privileged\":true,");
        var step = await PlanAsync(privileged);
        step.Standing.ShouldBe(RepositoryStanding.BumpTooSmall);
        step.Problem.ShouldNotBeNull().ShouldContain("the container becomes privileged");
        step.Problem.ShouldNotBeNull().ShouldContain("raises it to 2.0.0");

        var publisher = new FeaturePublisher(layout, Collection) { IgnoresGate = true };
        var plans = await publisher.PlanAsync([privileged], default);
        (await publisher.PublishAsync(plans, new Silence(), default)).Fails.ShouldBeFalse();
        Tags("owner/features/hello").ShouldContain("1.0.1");
    }

    [Test]
    public async Task A_plan_says_which_tags_move_from_what()
    {
        await PublishAsync(Artifacts.Feature("hello", "1.2.3"));
        var step = await PlanAsync(Artifacts.Feature("hello", "1.3.0", "\"name\":\"Hello\","));
        step.Standing.ShouldBe(RepositoryStanding.Bumped);
        step.Moves.ShouldBe([
            new TagMove("1.3.0", null),
            new TagMove("1.3", null),
            new TagMove("1", "1.2.3"),
            new TagMove("latest", "1.2.3"),
        ]);
    }

    [Test]
    public async Task A_renamed_Feature_is_published_under_its_old_names_too_also_where_that_failed_before()
    {
        await PublishAsync(Artifacts.Feature("hello", "1.0.0", "\"legacyIds\":[\"hi\"],"));
        Tags("owner/features/hi").ShouldBe(["1", "1.0", "1.0.0", "latest"]);
        (await layout.DigestAsync("owner/features/hi", "1", default)).ShouldBe(
            await layout.DigestAsync("owner/features/hello", "1", default)
        );

        var other = new OciLayout(Path.Combine(folder.Path, "other"));
        var renamed = Artifacts.Feature("hello", "1.0.0", "\"legacyIds\":[\"hi\"],");
        await new FeaturePublisher(other, Collection).PublishAsync(
            [
                (await new FeaturePublisher(other, Collection).PlanAsync([renamed], default))[0] is var plan
                    ? plan with
                    {
                        Steps = [plan.Steps[0]],
                    }
                    : null!,
            ],
            new Silence(),
            default
        );
        var again = await new FeaturePublisher(other, Collection).PlanAsync([renamed], default);
        again[0]
            .Steps.Select(step => (step.Id, step.Standing))
            .ShouldBe([("hello", RepositoryStanding.Unchanged), ("hi", RepositoryStanding.New)]);
    }

    [Test]
    public async Task Several_versions_of_a_layout_end_with_the_tags_that_they_would_have_had_one_by_one()
    {
        FeatureArtifact[] versions =
        [
            Artifacts.Feature("hello", "1.0.0"),
            Artifacts.Feature("hello", "1.1.0"),
            Artifacts.Feature("hello", "2.0.0-rc.1"),
        ];
        foreach (var version in versions)
        {
            await PublishAsync(version);
        }

        var target = new OciLayout(Path.Combine(folder.Path, "target"));
        var publisher = new FeaturePublisher(target, Collection);
        var plans = await publisher.PlanAsync(await LayoutFeatures.ReadAsync(layout, default), default);
        (await publisher.PublishAsync(plans, new Silence(), default)).Fails.ShouldBeFalse();
        target
            .References()
            .Where(reference => reference.Repository != Collection)
            .Order()
            .ShouldBe(layout.References().Where(reference => reference.Repository != Collection).Order());
        (await target.DigestAsync("owner/features/hello", "latest", default)).ShouldBe(
            await target.DigestAsync("owner/features/hello", "1.1.0", default)
        );
    }

    [Test]
    public async Task Several_publishes_at_once_end_well()
    {
        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(index =>
                    Task.Run(() =>
                        PublishAsync(
                            new OciLayout(Path.Combine(folder.Path, "layout")),
                            Artifacts.Feature($"f{index}", "1.0.0")
                        )
                    )
                )
        );
        var again = new OciLayout(Path.Combine(folder.Path, "layout"));
        again.References().Count(reference => reference.Tag == "1.0.0").ShouldBe(4);
    }

    private string[] Tags(string repository) =>
        [.. layout.References().Where(known => known.Repository == repository).Select(known => known.Tag).Order()];

    private async Task<RepositoryPlan> PlanAsync(FeatureArtifact feature) =>
        (await new FeaturePublisher(layout, Collection).PlanAsync([feature], default)).Single().Steps[0];

    private Task<PublishOutcome> PublishAsync(params FeatureArtifact[] features) => PublishAsync(layout, features);

    private static async Task<PublishOutcome> PublishAsync(OciLayout target, params FeatureArtifact[] features)
    {
        var publisher = new FeaturePublisher(target, Collection);
        return await publisher.PublishAsync(await publisher.PlanAsync(features, default), new Silence(), default);
    }
}
