using Featuresmith.Consuming;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Consuming;

public class DevContainerSearchTests
{
    private TemporaryFolder workspace = null!;

    [SetUp]
    public void MakeWorkspace() => workspace = new TemporaryFolder();

    [TearDown]
    public void RemoveWorkspace() => workspace.Dispose();

    [Test]
    public void Nothing_is_found_in_an_empty_workspace()
    {
        DevContainerSearch.Default(workspace.Path).ShouldBeNull();
        DevContainerSearch.All(workspace.Path).ShouldBeEmpty();
    }

    [Test]
    public void The_folder_counts_more_than_the_file_at_the_root_as_in_the_CLI()
    {
        var root = workspace.Write(".devcontainer.json", "{}");
        DevContainerSearch.Default(workspace.Path).ShouldBe(root);
        var usual = workspace.Write(".devcontainer/devcontainer.json", "{}");
        DevContainerSearch.Default(workspace.Path).ShouldBe(usual);
        DevContainerSearch.All(workspace.Path).ShouldBe([usual, root]);
    }

    [Test]
    public void Folders_below_are_offered_in_their_order_and_never_taken_unasked()
    {
        var second = workspace.Write(".devcontainer/python/devcontainer.json", "{}");
        var first = workspace.Write(".devcontainer/node/devcontainer.json", "{}");
        workspace.Write(".devcontainer/node/deeper/devcontainer.json", "{}");
        DevContainerSearch.Default(workspace.Path).ShouldBeNull();
        DevContainerSearch.All(workspace.Path).ShouldBe([first, second]);
    }

    [Test]
    public void A_folder_of_that_name_is_no_file()
    {
        Directory.CreateDirectory(Path.Combine(workspace.Path, ".devcontainer", "devcontainer.json"));
        DevContainerSearch.Default(workspace.Path).ShouldBeNull();
    }

    [TestCase("devcontainer.json", true)]
    [TestCase("x/.devcontainer.json", true)]
    [TestCase("x/dev.json", false)]
    [TestCase("", false)]
    public void Only_two_names_may_be_given(string file, bool isName) =>
        DevContainerSearch.IsName(file).ShouldBe(isName);
}
