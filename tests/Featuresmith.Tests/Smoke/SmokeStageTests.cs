using System.Text.Json.Nodes;
using Featuresmith.Smoke;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Smoke;

public class SmokeStageTests
{
    [Test]
    public void Features_of_the_collection_are_copied_without_what_would_be_asked_of_a_registry()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "src/hello/devcontainer-feature.json",
            "{ \"id\": \"hello\", \"version\": \"1.0.0\", \"installsAfter\": [\"registry.example.test/a/b\"] }"
        );
        folder.Write("src/hello/install.sh", "#!/bin/sh\n");
        folder.Write("test/hello/hey.sh", "#!/bin/sh\n");
        folder.Write("test/hello/hey/Dockerfile", "FROM x\n");
        var configuration = new JsonObject
        {
            ["image"] = "debian:trixie",
            ["features"] = new JsonObject { ["hello"] = new JsonObject(), ["registry.example.test/x/y:1"] = "2" },
        };
        var smokeCase = new SmokeCase("hello", "hey", "debian:trixie", configuration, "hey.sh", null);

        SmokeStage.Create(new SmokeCollection(folder.Path), smokeCase, Path.Combine(folder.Path, "stage"));

        var written = JsonNode.Parse(folder.Read("stage/.devcontainer/devcontainer.json"))!;
        written["features"]!
            .AsObject()
            .Select(feature => feature.Key)
            .ShouldBe(["./hello", "registry.example.test/x/y:1"]);
        folder.Read("stage/.devcontainer/hello/devcontainer-feature.json").ShouldNotContain("installsAfter");
        File.Exists(Path.Combine(folder.Path, "stage/.devcontainer/hello/install.sh")).ShouldBeTrue();
        File.Exists(Path.Combine(folder.Path, "stage/.devcontainer/Dockerfile")).ShouldBeTrue();
        File.Exists(Path.Combine(folder.Path, "stage/hey.sh")).ShouldBeTrue();
        folder.Read("stage/dev-container-features-test-lib").ShouldContain("reportResults()");
    }
}
