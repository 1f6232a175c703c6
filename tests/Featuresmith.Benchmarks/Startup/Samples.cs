using System.Globalization;

namespace Featuresmith.Benchmarks.Startup;

/// <summary>Measurements of one figure of one contender.</summary>
/// <param name="values">The measurements.</param>
internal sealed class Samples(IEnumerable<double> values)
{
    private readonly double[] sorted = [.. values.Order()];

    /// <summary>The median; the mean of the middle two of an even number.</summary>
    public double Median => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;

    /// <summary>Median, least and most as a cell of a table; a dash without measurements.</summary>
    public override string ToString() =>
        sorted.Length == 0
            ? "-"
            : string.Create(CultureInfo.InvariantCulture, $"{Median:F0} ({sorted[0]:F0} to {sorted[^1]:F0})");
}
