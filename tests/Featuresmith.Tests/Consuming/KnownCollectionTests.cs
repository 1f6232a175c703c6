using Featuresmith.Consuming;
using Featuresmith.Tests.Cli;
using Featuresmith.Validation;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Consuming;

public class KnownCollectionTests
{
    private static readonly FeatureFolderReader Reader = new(path => path);

    [Test]
    public void What_is_carried_is_the_collection_of_this_repository()
    {
        var here = KnownCollection.Around(RepositoryFiles.Root, Reader);
        var carried = KnownCollection.Carried;
        carried.Ids.ShouldBe(here.Ids);
        carried.Settings!.Namespace!.Value.ShouldBe(here.Settings!.Namespace!.Value);
        carried
            .Definitions.Select(definition => definition.Source.Text)
            .ShouldBe(here.Definitions.Select(definition => definition.Source.Text));
        foreach (var (ours, theirs) in carried.Features.Zip(here.Features))
        {
            var files = theirs.Files.Where(file => !file.Path.EndsWith(".md", StringComparison.Ordinal)).ToList();
            ours.Files.Select(file => file.Path).Order().ShouldBe(files.Select(file => file.Path).Order());
            ours.Files.OrderBy(file => file.Path)
                .Select(file => file.Source.Text)
                .ShouldBe(files.OrderBy(file => file.Path).Select(file => file.Source.Text));
        }
    }

    [Test]
    public async Task The_collection_around_a_workspace_comes_first()
    {
        using var repository = new SmallRepository();
        await repository.GenerateAsync();
        var below = Directory.CreateDirectory(Path.Combine(repository.Folder.Path, "some", "project")).FullName;
        KnownCollection.Around(below, Reader).Ids.ShouldBe(["hello"]);
    }

    [Test]
    public void Elsewhere_the_carried_one_is_known()
    {
        using var folder = new TemporaryFolder();
        KnownCollection.Around(folder.Path, Reader).ShouldBeSameAs(KnownCollection.Carried);
    }
}
