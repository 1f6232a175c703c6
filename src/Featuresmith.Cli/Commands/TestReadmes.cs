using Featuresmith.Reporting;
using Featuresmith.Smoke;
using Featuresmith.Sources;

namespace Featuresmith.Cli.Commands;

/// <summary>
/// "test --report readme": writes test/&lt;id&gt;/README.md of each Feature.
/// </summary>
/// <param name="Collection">The collection.</param>
/// <param name="WholePlan">The names of all cases that the Features of the run have.</param>
/// <param name="Error">Receives what was written, and what was not and why.</param>
internal sealed record TestReadmes(SmokeCollection Collection, IReadOnlyList<string> WholePlan, TextWriter Error)
{
    /// <summary>The kind's name in --report.</summary>
    public const string Kind = "readme";

    /// <summary>Writes the pages.</summary>
    /// <exception cref="IOException">A page cannot be written.</exception>
    public void Write(IReadOnlyList<SmokeResult> results)
    {
        var complete = results
            .GroupBy(result => result.Case.Feature)
            .Where(group => IsComplete(group.Key, [.. group]))
            .ToList();
        foreach (var feature in complete)
        {
            WriteFile(
                Path.Combine(Collection.Tests, feature.Key, FeatureTestPage.FileName),
                FeatureTestPage.Text(feature.Key, [.. feature])
            );
        }
    }

    // A page of half a run would say less than the one before it, and look whole.
    private bool IsComplete(string feature, IReadOnlyList<SmokeResult> results)
    {
        var missing = WholePlan
            .Where(name => name.StartsWith($"{feature}/", StringComparison.Ordinal))
            .Except(results.Select(result => result.Case.Name))
            .Count();
        if (missing > 0)
        {
            Error.WriteLine($"the page of {feature} stays as it is: {missing} of its cases did not run");
        }

        return missing == 0;
    }

    private void WriteFile(string file, string text)
    {
        File.WriteAllText(file, text);
        Error.WriteLine($"wrote {CommonOptions.Show(file)}");
    }
}
