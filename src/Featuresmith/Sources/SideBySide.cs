namespace Featuresmith.Sources;

/// <summary>Work on many things that know nothing of each other, on as many processors as there are.</summary>
public static class SideBySide
{
    /// <summary>Does something for each thing.</summary>
    /// <param name="things">The things.</param>
    /// <param name="work">What is done; from several threads.</param>
    /// <returns>What came of it, in the order of the things.</returns>
    /// <remarks>
    /// What <paramref name="work"/> throws comes out as if it had been done in one thread; of several exceptions the one whose message
    /// is the first by letters, so that the same mistake gives the same message.
    /// </remarks>
    public static TResult[] Select<TThing, TResult>(IReadOnlyList<TThing> things, Func<TThing, TResult> work)
    {
        var results = new TResult[things.Count];
        try
        {
            Parallel.For(0, things.Count, index => results[index] = work(things[index]));
        }
        catch (AggregateException exception)
        {
            throw exception.InnerExceptions.OrderBy(inner => inner.Message, StringComparer.Ordinal).First();
        }

        return results;
    }
}
