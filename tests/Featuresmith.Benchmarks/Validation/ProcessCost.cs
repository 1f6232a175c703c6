using System.Diagnostics;
using System.Globalization;

namespace Featuresmith.Benchmarks.Validation;

/// <summary>What one run of a program cost.</summary>
/// <param name="Milliseconds">Wall time, from the start of the process to its end.</param>
/// <param name="PeakMegabytes">The most memory that it held, as the kernel counts it (VmHWM); 0 where there is no /proc.</param>
/// <param name="Output">What it printed.</param>
internal sealed record ProcessCost(double Milliseconds, double PeakMegabytes, string Output)
{
    public static ProcessCost Of(string program, params IEnumerable<string> arguments)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var peak = 0.0;
        while (!process.WaitForExit(2))
        {
            peak = Math.Max(peak, Peak(process.Id));
        }

        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return new ProcessCost(took, peak, output.Result.Trim());
    }

    private static double Peak(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status")
                .FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ')[^2], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            // It has just ended, or there is no /proc.
            return 0;
        }
    }
}
