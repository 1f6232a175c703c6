using Featuresmith.Diagnostics;
using Featuresmith.Validation;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Validation;

/// <summary>The published collections: nothing crashes, and nothing is called an error that is none.</summary>
public class CorpusTests
{
    [TestCase("devcontainers-features", 28)]
    [TestCase("devcontainers-extra-features", 209)]
    [TestCase("devcontainers-feature-starter", 2)]
    public void A_published_collection_has_no_errors(string name, int features)
    {
        var bag = new DiagnosticBag();
        var folder = RepositoryFiles.SharedData($"corpus/{name}");
        var collection = ValidationTarget.Read(folder, new FeatureFolderReader(path => path), bag)!;
        bag.AddRange(Linter.Check(collection));
        collection.Features.Count.ShouldBe(features);
        bag.Where(finding => finding.Severity == Severity.Error).ShouldBeEmpty();
        // The corpus holds metadata alone, which is said once.
        bag.ShouldHaveSingleItem().Rule.Id.Value.ShouldBe("FS402");
    }
}
