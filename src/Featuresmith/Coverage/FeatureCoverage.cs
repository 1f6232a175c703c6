using Featuresmith.Definitions;
using Featuresmith.Syntax;
using Featuresmith.Validation;

namespace Featuresmith.Coverage;

/// <summary>What the scenarios of a collection try of one Feature's options.</summary>
/// <param name="Feature">The Feature.</param>
/// <param name="Options">Its options, in the metadata's order.</param>
public sealed record FeatureCoverage(FeatureFolder Feature, IReadOnlyList<OptionCoverage> Options)
{
    private const string VersionOption = "version";

    /// <summary>How many values there are to try.</summary>
    public int Total => Options.Sum(option => option.Total);

    /// <summary>How many of them are tried.</summary>
    public int Covered => Options.Sum(option => option.Covered);

    /// <summary>The part that is tried, in per cent, rounded down; 100 where there is nothing to try.</summary>
    public int Percent => Total == 0 ? 100 : Covered * 100 / Total;

    /// <summary>Reads what all scenarios of a collection give its Features.</summary>
    /// <param name="collection">The collection with its tests.</param>
    /// <returns>One entry for each Feature whose metadata can be read, in the collection's order.</returns>
    public static IReadOnlyList<FeatureCoverage> Of(FeatureCollection collection)
    {
        // A container that must not come up shows that a value is refused, and nothing of what it does.
        var requests = collection
            .Configurations.Where(configuration => !configuration.ExpectsFailure)
            .SelectMany(configuration => configuration.Requests)
            .Select(request => (Feature: Meant(collection, request), Given: Given(request)))
            .ToLookup(request => request.Feature, request => request.Given);
        return
        [
            .. from feature in collection.Features
            where feature.Metadata is not null
            let given = requests[feature].Concat(FromScripts(collection, feature)).ToList()
            select new FeatureCoverage(feature, [.. feature.Metadata!.Options.Select(option => Cover(option, given))]),
        ];
    }

    private static OptionCoverage Cover(
        FeatureOption option,
        IReadOnlyList<IReadOnlyDictionary<string, string>> given
    ) =>
        new(
            option,
            given
                .Select(options => options.GetValueOrDefault(option.Id.Value, option.DefaultText ?? ""))
                .ToHashSet(StringComparer.Ordinal)
        );

    private static FeatureFolder? Meant(FeatureCollection collection, FeatureRequest request) =>
        request.LocalName is { } name
            ? collection.Feature(name)
            : collection.Resolve(FeatureReference.Parse(request.Reference.Value));

    // What stands in a request; the short form is the option "version" (CLI, containerFeaturesConfiguration.ts).
    private static IReadOnlyDictionary<string, string> Given(FeatureRequest request) =>
        request.Value is JsonStringSyntax version
            ? new Dictionary<string, string> { [VersionOption] = version.Value }
            : request
                .Options.Where(option => Text(option.Value) is not null)
                .DistinctBy(option => option.Key.Value)
                .ToDictionary(option => option.Key.Value, option => Text(option.Value)!);

    // test.sh runs on the defaults, duplicate.sh on every option changed too (CLI, testCommandImpl.ts).
    private static IEnumerable<IReadOnlyDictionary<string, string>> FromScripts(
        FeatureCollection collection,
        FeatureFolder feature
    )
    {
        var tests = collection.Tests.FirstOrDefault(test => test.Name == feature.Name);
        if (tests?.HasScript(TestFolder.TestName) == true)
        {
            yield return new Dictionary<string, string>();
        }

        if (tests?.HasScript(TestFolder.DuplicateName) == true)
        {
            yield return new Dictionary<string, string>();
            yield return feature
                .Metadata!.Options.Where(option => option.OtherValue is not null)
                .DistinctBy(option => option.Id.Value)
                .ToDictionary(option => option.Id.Value, option => option.OtherValue!);
        }
    }

    private static string? Text(JsonValueSyntax value) =>
        value switch
        {
            JsonStringSyntax text => text.Value,
            JsonBooleanSyntax flag => flag.Value ? "true" : "false",
            _ => null,
        };
}
