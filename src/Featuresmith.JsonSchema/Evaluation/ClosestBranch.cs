using Json.Pointer;

namespace Json.Schema.Evaluation;

/// <summary>Chooses among alternatives that all say no the one that the author most likely meant.</summary>
internal static class ClosestBranch
{
    // A value of another kind is farther off than a wrong tag, and that farther than anything amiss deeper inside.
    private const int WrongKind = 100;
    private const int WrongTag = 10;

    /// <summary>The index of the closest; the first of equals.</summary>
    public static int Find(ReadOnlySpan<EvaluationResults> branches, JsonPointer place)
    {
        var (best, least) = (0, int.MaxValue);
        for (var i = 0; i < branches.Length; i++)
        {
            var distance = Measure(branches[i], place);
            if (distance < least)
            {
                (best, least) = (i, distance);
            }
        }

        return best;
    }

    /// <summary>One sentence, where all alternatives only ask for another type or value at this very place; else null.</summary>
    public static string? Merge(ReadOnlySpan<EvaluationResults> branches, JsonPointer place)
    {
        var wanted = new List<string>();
        string? but = null;
        foreach (var branch in branches)
        {
            if (FindOnlyError(branch) is not { } only || only.InstanceLocation != place || only.Errors!.Count != 1)
            {
                return null;
            }

            if (only.Node.Expectation(only.Errors.Keys.First()) is not { } expectation)
            {
                return null;
            }

            if (!wanted.Contains(expectation))
            {
                wanted.Add(expectation);
            }

            but ??= MessageText.FindBut(only.Errors.Values.First());
        }

        return $"must be {MessageText.Or(wanted)}{but}";
    }

    private static EvaluationResults? FindOnlyError(EvaluationResults results)
    {
        var failing = (results.Details ?? []).Where(detail => !detail.IsValid).ToList();
        return (results.HasErrors, failing.Count) switch
        {
            (true, 0) => results,
            (false, 1) => FindOnlyError(failing[0]),
            _ => null,
        };
    }

    private static int Measure(EvaluationResults results, JsonPointer place)
    {
        if (results.IsValid)
        {
            return 0;
        }

        var distance = 0;
        foreach (var keyword in results.Errors?.Keys ?? [])
        {
            distance += keyword switch
            {
                "type" when results.InstanceLocation == place => WrongKind,
                "const" or "enum" => WrongTag,
                _ => 1,
            };
        }

        foreach (var detail in results.Details ?? [])
        {
            distance += Measure(detail, place);
        }

        return distance;
    }
}
