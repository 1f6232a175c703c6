namespace Featuresmith.Consuming.Locking;

/// <summary>Features that wait for one another, which no order of installing satisfies.</summary>
internal static class DependencyCycle
{
    /// <summary>Looks for one.</summary>
    /// <exception cref="LockingException">There is one; the message names it.</exception>
    public static void Refuse(IReadOnlyList<ResolvedFeature> features)
    {
        var done = new HashSet<ResolvedFeature>(ReferenceEqualityComparer.Instance);
        foreach (var feature in features)
        {
            Visit(feature, [], features, done);
        }
    }

    private static void Visit(
        ResolvedFeature feature,
        List<ResolvedFeature> path,
        IReadOnlyList<ResolvedFeature> features,
        HashSet<ResolvedFeature> done
    )
    {
        if (path.IndexOf(feature) is >= 0 and var start)
        {
            var names = path.Skip(start).Append(feature).Select(step => step.Wanted.Id);
            throw new LockingException(
                $"{feature.Wanted.Place}: Features wait for one another: {string.Join(" -> ", names)}"
            );
        }

        if (!done.Contains(feature))
        {
            path.Add(feature);
            foreach (var dependency in feature.Dependencies)
            {
                // One that is not there by this name and these options was the same as another, which stands for it.
                if (
                    features.FirstOrDefault(other =>
                        other.Wanted.Id == dependency.Id && other.Wanted.HasOptionsOf(dependency)
                    ) is
                    { } next
                )
                {
                    Visit(next, path, features, done);
                }
            }

            path.RemoveAt(path.Count - 1);
            done.Add(feature);
        }
    }
}
