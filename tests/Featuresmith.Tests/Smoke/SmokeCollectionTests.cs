using Featuresmith.Smoke;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Smoke;

public class SmokeCollectionTests
{
    [TestCase("hello", "hello")]
    [TestCase("./hello", "hello")]
    [TestCase("registry.example.test/own/features/hello", "hello")]
    [TestCase("localhost:5000/own/features/hello:1", "hello")]
    [TestCase("registry.example.test/own/features/hello@sha256:abc", "hello")]
    [TestCase("registry.example.test/others/features/hello:1", null)]
    [TestCase("registry.example.test/own/features/missing:1", null)]
    [TestCase("..", null)]
    [TestCase("", null)]
    public void A_reference_means_a_Feature_of_the_working_tree_only_under_its_own_namespace(
        string reference,
        string? id
    )
    {
        using var folder = new TemporaryFolder();
        folder.Write("src/hello/install.sh", "");
        new SmokeCollection(folder.Path, "own/features").Resolve(reference).ShouldBe(id);
    }
}
