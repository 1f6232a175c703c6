using Featuresmith.Migrating;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Migrating;

/// <summary>Whole collections, migrated in memory.</summary>
public class MigratedCollectionTests
{
    public static IEnumerable<string> OwnFeatures =>
        HandWrittenFeature.Find(RepositoryFiles.Root).Select(folder => Path.GetFileName(folder));

    [TestCaseSource(nameof(OwnFeatures))]
    public void A_Feature_of_this_collection_comes_back_from_its_files_alone(string id)
    {
        var feature = HandWrittenFeature.Read(Path.Combine(RepositoryFiles.Root, "features", "src", id));
        feature.TestFolder.ShouldNotBeNull();
        var migrated = Migrate(feature);
        migrated.Different.ShouldBeEmpty();
        migrated.Succeeded.ShouldBeTrue();
        migrated.Taken.Keys.ShouldContain(HandWrittenFeature.MetadataName);
    }

    [TestCase("corpus/devcontainers-features", 28)]
    [TestCase("corpus/devcontainers-extra-features", 200)]
    [TestCase("corpus/devcontainers-feature-starter", 2)]
    public void The_public_metadata_and_scenarios_come_back(string path, int atLeast)
    {
        var features = HandWrittenFeature.Find(RepositoryFiles.SharedData(path));
        features.Count.ShouldBeGreaterThanOrEqualTo(atLeast);
        var different =
            from folder in features
            let migrated = Migrate(HandWrittenFeature.Read(folder))
            where !migrated.Succeeded
            select $"{migrated.Feature.Id}: {string.Join(", ", migrated.Different)}{string.Concat(migrated.Mistakes)}";
        different.ShouldBeEmpty();
    }

    private static MigratedFeature Migrate(HandWrittenFeature feature) =>
        new FeatureMigrator(path => path).Migrate(feature);
}
