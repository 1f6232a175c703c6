using Featuresmith.Diagnostics;
using Featuresmith.Validation;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Validation;

/// <summary>The published collections: nothing crashes, and nothing is found but what a person has looked at.</summary>
public class CorpusTests
{
    [TestCase("devcontainers-features", 28)]
    [TestCase("devcontainers-extra-features", 209)]
    [TestCase("devcontainers-feature-starter", 2)]
    public void A_published_collection_has_the_findings_of_its_golden_file_and_no_errors(string name, int features)
    {
        var bag = new DiagnosticBag();
        var folder = RepositoryFiles.SharedData($"corpus/{name}");
        var reader = new FeatureFolderReader(path => Path.GetRelativePath(folder, path).Replace('\\', '/'));
        var collection = ValidationTarget.Read(folder, reader, bag)!;
        bag.AddRange(Linter.Check(collection));
        collection.Features.Count.ShouldBe(features);
        bag.Where(finding => finding.Severity == Severity.Error).ShouldBeEmpty();
        var found = string.Concat(bag.Sorted().Select(Line));
        found.ShouldBe(File.ReadAllText(Path.Combine(RepositoryFiles.Root, "tests/golden/corpus", $"{name}.txt")));
    }

    private static string Line(Diagnostic finding) =>
        $"{finding.Span}: {finding.Severity.ToString().ToLowerInvariant()} {finding.Rule.Id} {finding.Rule.Name}\n";
}
