using Featuresmith.Diagnostics;
using Featuresmith.Validation;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Validation;

public class SchemaAdviceTests
{
    [TestCase("\"currentId\": \"one\"", "remove it; packaging adds it to a Feature that has legacy ids")]
    [TestCase(
        "\"initializeCommand\": \"true\"",
        "it belongs to devcontainer.json, which users write; a Feature cannot set it"
    )]
    [TestCase(
        "\"mounts\": [\"type=bind,source=/a,target=/b\"]",
        "write { \"type\": \"bind\", \"source\": \"/a\", \"target\": \"/b\" }"
    )]
    [TestCase(
        "\"options\": { \"a\": { \"type\": \"boolean\", \"default\": \"true\", \"description\": \"d\" } }",
        "write true without quotation marks"
    )]
    [TestCase(
        "\"options\": { \"a\": { \"type\": \"string\", \"default\": \"x\", \"enum\": [\"x\"], \"proposals\": [\"x\"] } }",
        "keep \"enum\" if no other value is allowed, else \"proposals\""
    )]
    public void A_known_mistake_has_its_way_out(string line, string help)
    {
        using var collection = new SmallCollection().Feature("one", line, "echo ${A}");
        DiagnosticBag bag = [];
        bag.AddRange(Linter.Check(ValidationTarget.Read(collection.Folder.Path, collection.Reader, bag)!));
        bag.Where(finding => finding.Rule.Id.Value == "FS101").ShouldHaveSingleItem().Help.ShouldBe(help);
    }
}
