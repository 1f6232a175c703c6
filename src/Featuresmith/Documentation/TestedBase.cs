namespace Featuresmith.Documentation;

/// <summary>What the last smoke tests of a Feature gave on one base image.</summary>
/// <param name="Image">The base image.</param>
/// <param name="Passed">How many cases passed whose container has to come up.</param>
/// <param name="Failed">How many of those did not.</param>
/// <param name="Refused">How many cases passed whose container must not come up: proof of a refusal, not of support.</param>
public sealed record TestedBase(string Image, int Passed, int Failed, int Refused)
{
    /// <summary>Whether the Feature works here: something was tried, and all of it passed.</summary>
    public bool IsSupported => Passed > 0 && Failed == 0;

    /// <summary>The numbers, in words.</summary>
    public string Tests
    {
        get
        {
            var all = Passed + Failed;
            var refused = Refused > 0 ? $"{Refused} refused as they must be" : "";
            return all == 0 ? refused
                : refused.Length == 0 ? $"{Passed} of {all} passed"
                : $"{Passed} of {all} passed, {refused}";
        }
    }
}
