namespace Featuresmith.Tests.Journey;

/// <summary>One command of a recording, and what a terminal showed of it.</summary>
/// <param name="Line">The command, without the prompt.</param>
/// <param name="Output">What it printed, both streams; empty or ending in a line end.</param>
internal sealed record RecordedCommand(string Line, string Output);
