using Featuresmith.Definitions;
using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Tests;

/// <summary>A test of installing twice needs an option with a second value: a boolean, or a list of values (CLI, testCommandImpl.ts, runDuplicateTest).</summary>
public sealed class FS315DuplicateCannotDiffer : ICollectionRule
{
    public RuleInfo Info { get; } = new("FS315", "duplicate-cannot-differ", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureCollection collection) =>
        from test in collection.Tests
        let script = test.Scripts.FirstOrDefault(script => script.Path == TestFolder.DuplicateName)
        let feature = collection.Feature(test.Name)
        where script is not null && feature?.Metadata is { } metadata && !metadata.Options.Any(HasSecondValue)
        select new Finding(
            script.Source.LineSpan(1),
            $"{script.Path} installs \"{test.Name}\" twice with the same options, which proves little",
            "give an option \"enum\" or \"proposals\" with two values or more, or remove the script"
        );

    private static bool HasSecondValue(FeatureOption option) =>
        option.Type is { Value: "boolean" }
        || (option.Enum ?? option.Proposals ?? []).Select(value => value.Value).Distinct().Count() > 1;
}
