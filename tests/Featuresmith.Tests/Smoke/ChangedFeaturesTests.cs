using Featuresmith.Smoke;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Smoke;

public class ChangedFeaturesTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeRepository()
    {
        folder = new TemporaryFolder();
        foreach (var id in new[] { "engine", "cluster", "apart" })
        {
            folder.Write($"features/test/{id}/test.sh", "");
            folder.Write($"features/src/{id}/install.sh", "");
        }

        folder.Write("features/src/engine/devcontainer-feature.json", "{}");
        folder.Write("features/src/apart/devcontainer-feature.json", "{}");
        folder.Write(
            "features/src/cluster/devcontainer-feature.json",
            "{ \"dependsOn\": { \"registry.example.test/own/features/engine:1\": {} } }"
        );
        folder.Write("templates/engine/install.sh.sbn", "{{ include 'shared/daemon.sh.sbn' }}");
        folder.Write("templates/shared/daemon.sh.sbn", "{{ include \"shared/log.sh.sbn\" }}");
        folder.Write("templates/shared/log.sh.sbn", "log");
    }

    [TearDown]
    public void RemoveRepository() => folder.Dispose();

    [TestCase("templates/apart/feature.jsonc", "apart")]
    [TestCase("features/test/apart/test.sh", "apart")]
    [TestCase("templates/engine/install.sh.sbn", "cluster engine")]
    [TestCase("templates/shared/log.sh.sbn", "cluster engine")]
    [TestCase("templates/shared/unused.sh.sbn", "")]
    [TestCase("features/collection.jsonc", "apart cluster engine")]
    [TestCase("README.md", "")]
    [TestCase("features/src/engine-two/install.sh", "")]
    public void A_change_touches_a_Feature_through_partials_and_dependencies(string changed, string expected)
    {
        var collection = SmokeCollection.Find(folder.Path, "own/features")!;
        string.Join(' ', new ChangedFeatures(collection, folder.Path).For([changed])).ShouldBe(expected);
    }
}
