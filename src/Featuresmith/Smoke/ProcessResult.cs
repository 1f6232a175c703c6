namespace Featuresmith.Smoke;

/// <summary>How a process ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote to standard output.</param>
public sealed record ProcessResult(int ExitCode, string Output)
{
    /// <summary>Whether it ended with 0.</summary>
    public bool Succeeded => ExitCode == 0;
}
