using System.CommandLine;

namespace Featuresmith.Cli.Commands;

/// <summary>A verb whose help ends with an example.</summary>
/// <param name="name">The verb.</param>
/// <param name="description">What it does, in a sentence.</param>
/// <param name="example">A whole command line that does something useful.</param>
internal sealed class VerbCommand(string name, string description, string example) : Command(name, description)
{
    public string Example { get; } = example;

    /// <summary>How long the verb may take to clean up when it is interrupted, before the process ends without it.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(2);
}
