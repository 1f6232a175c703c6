using Featuresmith.Consuming.Lookup;
using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Validation;

namespace Featuresmith.Consuming.Conflicts;

/// <summary>
/// Looks at what a devcontainer.json comes to: its Features, those that they depend on, its own mounts and variables, and the service of
/// its compose file. The rules are those of "validate"; here they are also asked about what others have published.
/// </summary>
/// <param name="container">Finds the Features.</param>
/// <param name="definitions">Definitions that are known, with the conflicts that they declare.</param>
/// <param name="show">Turns a path into the form that messages show.</param>
public sealed class ConflictCheck(
    ContainerFeatures container,
    IReadOnlyList<FeatureDefinition> definitions,
    Func<string, string> show
)
{
    /// <summary>Whether the container is meant for GitHub Codespaces, beside what the file says itself.</summary>
    public bool ForCodespaces { get; init; }

    /// <summary>Checks one file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellation">Ends the asking.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public async Task<ConflictReport> FindAsync(DevContainerFile file, CancellationToken cancellation)
    {
        var name = new Located<string>(Path.GetFileName(file.Tree.Source.Path), file.Tree.Source.Span(0, 0));
        var configuration = new FeatureConfiguration(name, file.Tree.RootObject);
        if (ForCodespaces)
        {
            configuration = configuration with { IsForCodespaces = true };
        }

        var merged = await container.MergeAsync(
            configuration.Requests.Select(request => request.Reference),
            cancellation
        );
        var unknown = merged.Unknown.ToList();
        var folders = merged.Features.Select(one => one.Feature).ToList();
        var others = new[] { ComposeService.Of(file, show, unknown), OwnClaims.Of(file, folders) };
        var used = new FeatureCollection(file.Folder, [.. folders.Distinct()])
        {
            Configurations = [configuration],
            Definitions = definitions,
            Merged =
            [
                .. others.OfType<FeatureFolder>().Select(other => new MergedFeature(other, name.Span)),
                .. merged.Features,
            ],
        };
        return new ConflictReport(DiagnosticBag.Sort(Linter.CheckMerged(used)), unknown);
    }
}
