namespace Featuresmith.Cli;

/// <summary>What the process says to scripts, the same whatever the output format.</summary>
public static class ExitCode
{
    /// <summary>Nothing to say.</summary>
    public const int Clean = 0;

    /// <summary>Findings, drift, failed tests or a conflict.</summary>
    public const int Findings = 1;

    /// <summary>A wrong command line, or input that cannot be read.</summary>
    public const int Usage = 2;

    /// <summary>Nothing is wrong, and a real run would change something; only with --detailed-exitcode.</summary>
    public const int Pending = 3;

    /// <summary>The environment lacks something: an engine, the devcontainers CLI.</summary>
    public const int Environment = 4;

    /// <summary>A registry refused, failed or could not be reached.</summary>
    public const int Refused = 5;

    /// <summary>Ctrl-C, or a polite kill.</summary>
    public const int Interrupted = 130;
}
