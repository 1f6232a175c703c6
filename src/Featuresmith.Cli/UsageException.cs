namespace Featuresmith.Cli;

/// <summary>The command line asks for something that cannot be. The message says what, and the way out.</summary>
public sealed class UsageException(string message) : Exception(message);
