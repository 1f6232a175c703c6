using Featuresmith.Diagnostics;
using Featuresmith.Packaging;
using Featuresmith.Reporting;
using Featuresmith.Validation;
using Featuresmith.Validation.Settings;

namespace Featuresmith.Cli.Commands;

/// <summary>Packs Features that "validate" has nothing against.</summary>
/// <param name="error">Receives errors, and what is left out.</param>
/// <param name="cancellation">Stops the checks.</param>
internal sealed class CheckedCollection(TextWriter error, CancellationToken cancellation)
{
    /// <summary>Checks and packs.</summary>
    /// <param name="path">What to pack.</param>
    /// <returns>The collection; null where there are errors, which were written.</returns>
    /// <exception cref="UsageException">The path holds no Feature.</exception>
    public PackedCollection? Pack(string path)
    {
        // The rest is for authors to hear of, not for those who release.
        var validator = new Validator(CommonOptions.Show, LintSettings.Default, cancellation) { OnlyErrors = true };
        var errors = (validator.Check(path)?.Diagnostics ?? [])
            .Where(found => found.Severity == Severity.Error)
            .ToList();
        if (errors.Count > 0)
        {
            new TextReport(error, colour: false).Write(errors);
            error.WriteLine("nothing was packed");
            return null;
        }

        var collection =
            PackedCollection.Pack(path, CommonOptions.Show)
            ?? throw new UsageException(
                $"{CommonOptions.Show(path)} holds no Feature: no {FeaturePackager.MetadataName} in it, in its folders, in src/ or in features/src/"
            );
        foreach (var feature in collection.Features.Where(feature => feature.LeftOut.Count > 0))
        {
            error.WriteLine($"{feature.Artifact.Id}: left out {string.Join(", ", feature.LeftOut)}");
        }

        return collection;
    }
}
