using Featuresmith.Publishing;

namespace Featuresmith.Reporting;

/// <summary>One line a Feature that is done: for CI, pipes and files.</summary>
/// <param name="writer">Where the lines go.</param>
/// <param name="features">How many Features there are.</param>
public sealed class LinePublishProgress(TextWriter writer, int features) : IPublishObserver
{
    internal const string StoppingText =
        "stopping: no Feature is begun any more, and one whose tags are moving gets all of them; once more ends at once";

    private readonly Lock turn = new();
    private int done;

    public void Begun(string id, long bytes) { }

    public void Sent(string id, long bytes) { }

    public void Stopping()
    {
        lock (turn)
        {
            writer.WriteLine(StoppingText);
        }
    }

    public void Ended(FeatureResult result)
    {
        lock (turn)
        {
            done++;
            writer.WriteLine(FormattableString.Invariant($"[{done}/{features}] {Describe(result)}"));
        }
    }

    /// <summary>What became of a Feature, in a line.</summary>
    internal static string Describe(FeatureResult result)
    {
        var version = result.Own is { } own ? $" {own.Artifact.Version}" : "";
        var tags = result
            .Pushed.Where(step => step.Id == result.Id)
            .SelectMany(step => step.Moves)
            .Select(move => move.Tag);
        return result.Failure is { } failure ? $"FAILED {result.Id}: {Printable.Of(failure)}"
            : result.Pushed.Any() ? $"published {result.Id}{version} ({string.Join(", ", tags.Distinct())})"
            : $"unchanged {result.Id}{version}";
    }
}
