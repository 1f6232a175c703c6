using Featuresmith.Consuming;
using Featuresmith.Consuming.Lookup;
using Featuresmith.Definitions;
using Featuresmith.Validation;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Consuming;

/// <summary>Who is asked about a reference where the network may be used.</summary>
public class FeatureLookupTests
{
    private readonly List<string> asked = [];

    [SetUp]
    public void Forget() => asked.Clear();

    [TestCase("docker-in-docker", "1")]
    [TestCase("docker-in-docker:1.0", "1.0")]
    [TestCase("registry.example.test/featuresmith/features/docker-in-docker", "1")]
    [TestCase("registry.example.test/featuresmith/features/docker-in-docker:latest", "latest")]
    public async Task Nobody_is_asked_about_what_is_carried(string wanted, string tag)
    {
        using var lookup = Lookup();
        var found = await lookup.FindAsync(wanted, pin: null, "/nowhere/devcontainer.json", default);
        found.Reference.ShouldBe($"{Workspace.Ours}/docker-in-docker:{tag}");
        (await lookup.LookAsync(FeatureReference.Parse(found.Reference), "/nowhere", default)).ShouldNotBeNull();
        asked.ShouldBeEmpty();
    }

    [TestCase("docker-in-docker:9", null)]
    [TestCase("docker-in-docker", VersionPin.Digest)]
    [TestCase("registry.example.test/featuresmith/features/docker-in-docker:9", null)]
    [TestCase("registry.example.test/other/features/docker-in-docker:1", null)]
    public async Task Another_version_a_digest_and_other_collections_are_the_registrys_to_know(
        string wanted,
        VersionPin? pin
    )
    {
        using var lookup = Lookup();
        await Should.ThrowAsync<AskedException>(() =>
            lookup.FindAsync(wanted, pin, "/nowhere/devcontainer.json", default)
        );
        asked.ShouldBe([Workspace.Host]);
    }

    [Test]
    public async Task Under_another_registrys_name_a_Feature_of_ours_may_be_anybodys()
    {
        const string Elsewhere = "elsewhere.example.test/featuresmith/features/docker-in-docker:1";
        using var lookup = Lookup();
        await Should.ThrowAsync<AskedException>(() =>
            lookup.FindAsync(Elsewhere, null, "/nowhere/devcontainer.json", default)
        );
        await Should.ThrowAsync<AskedException>(() =>
            lookup.LookAsync(FeatureReference.Parse(Elsewhere), "/nowhere", default)
        );
        asked.ShouldAllBe(host => host == "elsewhere.example.test");
    }

    private FeatureLookup Lookup() =>
        new(
            new LookupSettings(
                Workspace.Host,
                null,
                host =>
                {
                    asked.Add(host);
                    throw new AskedException();
                }
            ),
            [KnownCollection.Carried],
            new FeatureFolderReader(path => path)
        );

    private sealed class AskedException : Exception;
}
