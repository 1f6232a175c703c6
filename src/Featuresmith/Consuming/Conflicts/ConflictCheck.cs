using Featuresmith.Consuming.Lookup;
using Featuresmith.Definitions;
using Featuresmith.Publishing;
using Featuresmith.Sources;
using Featuresmith.Validation;

namespace Featuresmith.Consuming.Conflicts;

/// <summary>
/// Looks at what a devcontainer.json comes to: its Features, those that they depend on, its own mounts and variables, and the service of
/// its compose file. The rules are those of "validate"; here they are also asked about what others have published.
/// </summary>
/// <param name="lookup">Looks Features up.</param>
/// <param name="show">Turns a path into the form that messages show.</param>
public sealed class ConflictCheck(FeatureLookup lookup, Func<string, string> show)
{
    // A reference may be asked about before and after an edit, and by several that depend on it.
    private readonly Dictionary<string, (FeatureFolder? Folder, string? Unknown)> looked = new(StringComparer.Ordinal);

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

        var (features, unknown) = await MergeAsync(configuration, file.Folder, cancellation);
        var folders = features.Select(one => one.Feature).ToList();
        FeatureFolder?[] others = [ComposeService.Of(file, show, unknown), OwnClaims.Of(file, folders)];
        var used = new FeatureCollection(file.Folder, [.. folders.Distinct()])
        {
            Configurations = [configuration],
            Definitions = lookup.Definitions,
            Merged = [.. others.OfType<FeatureFolder>().Select(other => new MergedFeature(other, name.Span)), .. features],
        };
        return new ConflictReport(Diagnostics.DiagnosticBag.Sort(Linter.CheckMerged(used)), unknown);
    }

    private async Task<(List<MergedFeature> Features, List<string> Unknown)> MergeAsync(
        FeatureConfiguration configuration,
        string folder,
        CancellationToken cancellation
    )
    {
        var (features, unknown) = (new List<MergedFeature>(), new List<string>());
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<Located<string>>(configuration.Requests.Select(request => request.Reference));
        while (waiting.TryDequeue(out var wanted))
        {
            var reference = FeatureReference.Parse(wanted.Value);
            if (!seen.Add(reference.Unversioned))
            {
                continue;
            }

            var (found, problem) = await LookAsync(reference, folder, cancellation);
            if (problem is not null)
            {
                unknown.Add(problem);
            }

            if (found is not null)
            {
                features.Add(new MergedFeature(found, wanted.Span));
                foreach (var needed in found.Metadata?.DependsOn ?? [])
                {
                    waiting.Enqueue(new Located<string>(needed.Key.Value, wanted.Span));
                }
            }
        }

        return (features, unknown);
    }

    private async Task<(FeatureFolder? Folder, string? Unknown)> LookAsync(
        FeatureReference reference,
        string folder,
        CancellationToken cancellation
    )
    {
        if (looked.TryGetValue(reference.Text, out var known))
        {
            return known;
        }

        (FeatureFolder?, string?) answer;
        try
        {
            var found = await lookup.LookAsync(reference, folder, cancellation);
            answer = (found, found is null ? $"{reference.Text}: nobody was asked what it brings" : null);
        }
        catch (Exception problem) when (problem is ReferenceException or RegistryException)
        {
            answer = (null, $"{reference.Text}: {problem.Message}");
        }

        return looked[reference.Text] = answer;
    }
}
