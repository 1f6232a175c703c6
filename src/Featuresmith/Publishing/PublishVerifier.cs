namespace Featuresmith.Publishing;

/// <summary>Pulls what was published as anybody would, and compares.</summary>
/// <param name="anonymous">The same registry, without credentials.</param>
public sealed class PublishVerifier(IArtifactSource anonymous)
{
    /// <summary>Checks every step that holds now.</summary>
    /// <param name="results">What became of each Feature.</param>
    /// <param name="jobs">How many Features are looked at at a time.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>What is wrong, a sentence each; none where all is well.</returns>
    public async Task<IReadOnlyList<string>> CheckAsync(
        IReadOnlyList<FeatureResult> results,
        int jobs,
        CancellationToken cancellation
    )
    {
        var steps = results.SelectMany(result => result.Done).ToList();
        var problems = new string?[steps.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, steps.Count),
            new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation },
            async (index, token) => problems[index] = await ProblemAsync(steps[index], token)
        );
        return [.. problems.OfType<string>()];
    }

    private async Task<string?> ProblemAsync(RepositoryPlan step, CancellationToken cancellation)
    {
        try
        {
            var exact = step.Artifact.Version.ToString();
            if (await anonymous.ManifestAsync(step.Repository, exact, cancellation) is not { } manifest)
            {
                return $"{step.Repository}:{exact} cannot be found by anybody without an account; make the package public";
            }

            if (manifest.Digest != step.Digest)
            {
                return $"{step.Repository}:{exact} is {manifest.Digest} and should be {step.Digest}";
            }

            foreach (var move in step.Moves)
            {
                var named = await anonymous.DigestAsync(step.Repository, move.Tag, cancellation);
                if (named != step.Digest)
                {
                    return $"{step.Repository}:{move.Tag} is {named ?? "missing"} and should be {step.Digest}";
                }
            }

            // BlobAsync compares bytes and digest.
            foreach (var layer in manifest.Layers)
            {
                await anonymous.BlobAsync(step.Repository, layer, cancellation);
            }

            return null;
        }
        catch (RegistryException exception)
        {
            return $"{step.Repository} cannot be pulled without an account: {exception.Message}";
        }
    }
}
