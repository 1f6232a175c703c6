using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Validation;

[Platform(Exclude = "Win", Reason = "making links needs a privilege there")]
public class FolderFilesTests
{
    private SmallCollection collection = null!;

    [SetUp]
    public void MakeCollection() => collection = new SmallCollection().Feature("one");

    [TearDown]
    public void RemoveCollection() => collection.Dispose();

    [TestCase("/etc/hostname", true)]
    [TestCase("../two/install.sh", true)]
    [TestCase("sub/../../two", true)]
    [TestCase("install.sh", false)]
    [TestCase("./sub/../install.sh", false)]
    [TestCase("nowhere", false)]
    [TestCase("link", false)]
    [TestCase(".", false)]
    public void A_link_is_an_error_where_it_leads_out_of_the_Feature(string target, bool leaves)
    {
        File.CreateSymbolicLink(Path.Combine(collection.Folder.Path, "src/one/link"), target);
        collection
            .Found()
            .ShouldBe(
                leaves ? [$"src/one/link:1:1: FS405: link is a link to \"{target}\", outside of the Feature"] : []
            );
    }

    [Test]
    public void A_folder_that_would_be_packed_by_mistake_is_named_once()
    {
        collection.Folder.Write("src/one/node_modules/a/index.js", "");
        collection.Folder.Write("src/one/node_modules/b/index.js", "");
        collection
            .Found()
            .ShouldBe([
                "src/one/node_modules/a/index.js:1:1: FS404: \"node_modules\" would be published with Feature \"one\"",
            ]);
    }

    [TestCase("[]", "test/one/scenarios.json:1:1: FS305: \"scenarios.json\" is no object")]
    [TestCase("{ \"a\": 7 }", "test/one/scenarios.json:1:3: FS305: \"a\" is no object")]
    [TestCase(
        "{ \"a\": { \"features\": [] } }",
        "test/one/scenarios.json:1:3: FS305: scenario \"a\" asks for no Feature"
    )]
    public void Scenarios_of_any_shape_give_findings(string json, string found) =>
        collection.Scenarios("one", json, "a").Found("FS305").ShouldBe([found]);
}
