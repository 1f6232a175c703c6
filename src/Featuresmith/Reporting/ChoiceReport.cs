using Featuresmith.Consuming.Choosing;

namespace Featuresmith.Reporting;

/// <summary>What "choose" comes to, for people.</summary>
/// <param name="output">Where it goes.</param>
public sealed class ChoiceReport(TextWriter output)
{
    /// <summary>Writes those that fit best with their reasons, then the others that fit, then those that are ruled out.</summary>
    /// <param name="weighed">The Features, the best first.</param>
    public void Write(IReadOnlyList<WeighedFeature> weighed)
    {
        var best = weighed
            .TakeWhile(feature => !feature.IsRuledOut && feature.Fits == weighed[0].Fits)
            .Select(feature => feature.Id)
            .ToList();
        foreach (var feature in weighed)
        {
            var verdict =
                feature.IsRuledOut ? "not"
                : best.Contains(feature.Id) ? "take"
                : "or";
            output.WriteLine($"{verdict, -5}{feature.Id}: {feature.ChooseWhen}");
            foreach (var reason in feature.Telling)
            {
                output.WriteLine(
                    $"       {reason.Suits.ToString().ToLowerInvariant(), -7} {reason.Name}: {reason.Note.Value}"
                );
            }
        }

        output.WriteLine(
            best switch
            {
                [] => "none meets all of this; leave out what counts least",
                [var only] => $"next: featuresmith add {only}",
                _ =>
                    $"next: featuresmith add ID, one of {string.Join(", ", best)}; what stands behind each name tells them apart",
            }
        );
    }
}
