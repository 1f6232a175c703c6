using System.Text.Json.Nodes;
using Featuresmith.Smoke;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Smoke;

public class SmokeCacheTests
{
    private TemporaryFolder folder = null!;
    private SmokeCollection collection = null!;

    [SetUp]
    public void MakeCollection()
    {
        folder = new TemporaryFolder();
        folder.Write("src/hello/devcontainer-feature.json", "{}");
        folder.Write("src/hello/install.sh", "install");
        folder.Write("src/other/devcontainer-feature.json", "{}");
        folder.Write("test/hello/test.sh", "test");
        collection = new SmokeCollection(folder.Path);
    }

    [TearDown]
    public void RemoveCollection() => folder.Dispose();

    [Test]
    public void A_case_that_passed_is_found_again_with_its_checks()
    {
        var cache = new SmokeCache(Path.Combine(folder.Path, "cache"));
        var check = new SmokeCheck("greets", true, TimeSpan.FromSeconds(0.5));
        var passed = new SmokeResult(Case(), SmokeVerdict.Passed, null, TimeSpan.FromSeconds(9), "x.log", [check]);
        cache.Find(Case(), "digest").ShouldBeNull();
        cache.Keep(passed, "digest");
        var found = cache.Find(Case(), "digest")!;
        found.Verdict.ShouldBe(SmokeVerdict.Cached);
        found.Duration.ShouldBe(TimeSpan.FromSeconds(9));
        found.Checks.ShouldBe([check]);
    }

    [Test]
    public void A_damaged_entry_is_no_entry()
    {
        folder.Write("cache/digest.json", "{ \"Case\": ");
        new SmokeCache(Path.Combine(folder.Path, "cache")).Find(Case(), "digest").ShouldBeNull();
    }

    [TestCase("src/hello/install.sh")]
    [TestCase("src/hello/new-file")]
    [TestCase("test/hello/test.sh")]
    public void A_change_to_an_input_changes_the_digest(string path)
    {
        var before = Digest();
        folder.Write(path, "changed");
        Digest().ShouldNotBe(before);
    }

    [TestCase("src/other/install.sh")]
    [TestCase("test/hello/README.md")]
    public void A_change_to_anything_else_does_not(string path)
    {
        var before = Digest();
        folder.Write(path, "changed");
        Digest().ShouldBe(before);
    }

    [Test]
    public void Versions_the_base_image_and_options_are_inputs_too()
    {
        var digests = new[]
        {
            Digest(),
            Digest(engine: "27"),
            Digest(cli: "0.90.0"),
            Digest(image: "sha256:other"),
            Digest(options: "{ \"greeting\": \"hey\" }"),
        };
        digests.ShouldBeUnique();
    }

    private string Digest(
        string engine = "26",
        string cli = "0.89.0",
        string image = "sha256:one",
        string options = "{}"
    ) => new SmokeInputs(collection, engine, cli).Digest(Case(options), image);

    private static SmokeCase Case(string options = "{}") =>
        new(
            "hello",
            "test",
            "debian:trixie",
            new JsonObject { ["features"] = new JsonObject { ["hello"] = JsonNode.Parse(options) } },
            "test.sh",
            null
        );
}
