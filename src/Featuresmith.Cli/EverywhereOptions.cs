using System.CommandLine;

namespace Featuresmith.Cli;

/// <summary>The flags that every verb has. A verb asks this class for them, and adds none of its own.</summary>
internal static class EverywhereOptions
{
    private static readonly Option<bool> Json = new("--json")
    {
        Description = "The result as JSON, for programs",
        Recursive = true,
    };

    private static readonly Option<bool> Quiet = new("--quiet", "-q")
    {
        Description = "No progress: only results and failures",
        Recursive = true,
    };

    private static readonly Option<bool> Verbose = new("--verbose", "-v")
    {
        Description = "Say on stderr what is done, and where a failure comes from",
        Recursive = true,
    };

    private static readonly Option<bool> Offline = new("--offline")
    {
        Description = "Never use the network",
        Recursive = true,
    };

    private static readonly Option<bool> NoColor = new("--no-color")
    {
        Description = "No colours; NO_COLOR in the environment does the same",
        Recursive = true,
    };

    /// <summary>Adds all of them.</summary>
    public static void AddTo(RootCommand root)
    {
        foreach (var option in new Option[] { Json, Quiet, Verbose, Offline, NoColor })
        {
            root.Add(option);
        }
    }

    /// <summary>Whether the result is wanted as JSON.</summary>
    public static bool WantsJson(this ParseResult parsed) => parsed.GetValue(Json);

    /// <summary>Whether progress is not wanted.</summary>
    public static bool IsQuiet(this ParseResult parsed) => parsed.GetValue(Quiet);

    /// <summary>Whether more than the usual is wanted.</summary>
    public static bool IsVerbose(this ParseResult parsed) => parsed.GetValue(Verbose);

    /// <summary>Whether the network must not be used.</summary>
    public static bool IsOffline(this ParseResult parsed) => parsed.GetValue(Offline);

    /// <summary>Whether colours may be written to the results.</summary>
    public static bool WantsColour(this ParseResult parsed) =>
        !parsed.GetValue(NoColor)
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && ReferenceEquals(parsed.InvocationConfiguration.Output, Console.Out)
        && !Console.IsOutputRedirected;

    /// <summary>Whether somebody sits at a terminal who can be asked. Questions go to stderr, as progress does.</summary>
    public static bool CanAsk(this ParseResult parsed) =>
        !parsed.GetValue(Quiet)
        && !parsed.GetValue(Json)
        && ReferenceEquals(parsed.InvocationConfiguration.Error, Console.Error)
        && !Console.IsInputRedirected
        && !Console.IsErrorRedirected;

    /// <summary>Makes the flags known to what reads the environment: progress bars, and the programs that we start.</summary>
    public static void TellEnvironment(ParseResult parsed)
    {
        if (parsed.GetValue(NoColor))
        {
            Environment.SetEnvironmentVariable("NO_COLOR", "1");
        }
    }
}
